import { Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { Avatar } from "../avatar.tsx";
import { AvatarStack } from "../avatar-stack.tsx";
import { Button } from "../button.tsx";
import { DataTable } from "../data-table.tsx";
import { Dialog } from "../dialog.tsx";
import { EvidenceMarks } from "../evidence-marks.tsx";
import { Menu, MenuItem } from "../menu.tsx";
import { Progress } from "../progress.tsx";
import { SaveLight, saveStates } from "../save-light.tsx";
import { Skeleton } from "../skeleton.tsx";
import { useSay } from "../status-region.tsx";
import { Row, Section } from "./section.tsx";

const people = [
  "Annelies Peeters",
  "Bram De Smet",
  "Yasmine El Amrani",
  "Hilde Van den Broeck",
  "Joris Wouters",
  "Fien Maes",
].map((name) => ({ id: name, name }));

const rows = [
  { name: "Feedback", months: "+6", cost: "laag" },
  { name: "Begrijpend lezen", months: "+6", cost: "zeer laag" },
  { name: "Zittenblijven", months: "−3", cost: "zeer hoog" },
  { name: "Leerstijlen", months: "niet te bepalen", cost: "zeer laag" },
];

export function ThingGallery() {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Section title="Evidentie">
        <EvidenceMarks
          size="large"
          figures={{ months: 6, cost: 2, strength: 4 }}
          note="Uitgave 2021. Bron: Education Endowment Foundation."
        />
        <EvidenceMarks figures={{ months: -3, cost: 5, strength: 1 }} unverified={["strength"]} />
        <EvidenceMarks figures={{ months: null, cost: 1, strength: 0 }} />
        <EvidenceMarks
          size="line"
          className="max-w-xs"
          figures={{ months: 0, monthsRange: [2, 4], cost: null, strength: null }}
        />
      </Section>
      <Section title="Bewaarlicht">
        <Row>
          {saveStates.map((state) => (
            <SaveLight key={state} state={state} />
          ))}
          <SaveLight state="on-device" detail="3 wijzigingen wachten" />
        </Row>
      </Section>
      <Section title="Mensen">
        <Row>
          {people.map((person) => (
            <Avatar key={person.id} {...person} />
          ))}
          <Avatar id="groot" name="Lotte Claes" size="large" />
          <AvatarStack people={people} label="Nu hier" />
          <AvatarStack people={people} most={4} label="Team" />
        </Row>
      </Section>
      <Section title="Tabel">
        <DataTable
          caption="Wat de toolkit zegt over vier aanpakken"
          columns={[
            { key: "name", header: "Aanpak", cell: (row) => row.name, names: true },
            { key: "months", header: "Maanden leerwinst", cell: (row) => row.months, align: "number" },
            { key: "cost", header: "Kost", cell: (row) => row.cost },
          ]}
          rows={rows}
          rowKey={(row) => row.name}
          note="Uitgave 2021."
        />
      </Section>
      <Section title="Wat open en dicht gaat">
        <Row>
          <Menu label="Meer" kind="secondary" align="start">
            <MenuItem icon={Pencil}>Wijzig de naam</MenuItem>
            <MenuItem icon={Trash2} danger>
              Naar de prullenmand
            </MenuItem>
          </Menu>
          <Button kind="secondary" onClick={() => setOpen(true)}>
            Open een venster
          </Button>
          <Button
            kind="secondary"
            onClick={() =>
              say({ text: "De kaart ligt in de prullenmand.", action: { label: "Zet terug", onPress() {} } })
            }
          >
            Zeg iets
          </Button>
        </Row>
        <Dialog
          open={open}
          onClose={() => setOpen(false)}
          title="Terug naar bronnen raadplegen?"
          actions={<Button onClick={() => setOpen(false)}>Ga terug</Button>}
        >
          Schrijf in een zin waarom. Zo weet iedereen later wat jullie leerden.
        </Dialog>
        <Progress label="3 van 5 scholen vulden in" value={3} max={5} />
        <Skeleton />
      </Section>
    </>
  );
}
