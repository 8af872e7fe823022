import { STAGES } from "#domain/cycles/phases.ts";
import { Loop } from "../loop/loop.tsx";
import { LoopMark } from "../loop/loop-mark.tsx";
import { LoopNav } from "../loop/loop-nav.tsx";
import { PhaseChip } from "../phase-chip.tsx";
import { loopExamples } from "./loop-examples.ts";
import { Row, Section } from "./section.tsx";

export function LoopGallery() {
  return (
    <Section title="De lus">
      <LoopNav entries={loopExamples["vaak teruggekeerd"]} to={() => "/dev/ui"} viewing="evaluate" layout="around" />
      {Object.entries(loopExamples).map(([name, entries]) => (
        <figure key={name}>
          <Row>
            <LoopMark entries={entries} className="size-6" />
            <Loop entries={entries} cut="small" className="w-12" />
            <Loop entries={entries} className="w-30" />
            <Loop entries={entries} className="w-72" />
          </Row>
          <figcaption className="text-small text-ink-soft">{name}</figcaption>
        </figure>
      ))}
      <LoopNav
        entries={loopExamples["een keer teruggekeerd"]}
        to={() => "/dev/ui"}
        viewing="implement"
        label="De lus, met een lijst"
        className="max-w-sm"
      />
      <Row>
        {STAGES.map((stage) => (
          <PhaseChip key={stage} stage={stage} />
        ))}
      </Row>
    </Section>
  );
}
