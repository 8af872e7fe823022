import { Leaf, Plus } from "lucide-react";
import { Button } from "../button.tsx";
import { DateText } from "../date-text.tsx";
import { Disclosure } from "../disclosure.tsx";
import { EmptyState } from "../empty-state.tsx";
import { LinkButton } from "../link-button.tsx";
import { LoopMark } from "../loop/loop-mark.tsx";
import { Notice } from "../notice.tsx";
import { Tag } from "../tag.tsx";
import { TextLink } from "../text-link.tsx";
import { Row, Section } from "./section.tsx";

export function WordGallery() {
  return (
    <>
      <Section title="Knoppen">
        {(["normal", "small", "large"] as const).map((size) => (
          <Row key={size}>
            <Button size={size}>Start een lus</Button>
            <Button size={size} kind="secondary" icon={Plus}>
              Voeg een bron toe
            </Button>
            <Button size={size} kind="quiet">
              Later
            </Button>
            <Button size={size} kind="danger">
              Naar de prullenmand
            </Button>
            <Button size={size} busy>
              Bezig
            </Button>
          </Row>
        ))}
        <Row>
          <LinkButton to="/dev/ui">Naar de toolkit</LinkButton>
          <TextLink to="/dev/ui">een link in de tekst</TextLink>
          <TextLink to="https://www.leerpunt.be">een link naar buiten</TextLink>
        </Row>
      </Section>
      <Section title="Meldingen en lege plekken">
        <Notice>Deze kaart is gewijzigd sinds je ze opende.</Notice>
        <Notice kind="ok" title="De uitnodiging is verstuurd" />
        <Notice kind="warn">Er is nog geen meting van voor de start. Dat kan deze week nog.</Notice>
        <Notice kind="error">De verbinding viel weg. Je tekst staat op dit toestel.</Notice>
        <EmptyState
          mark={<LoopMark className="size-10" />}
          sentence="Hier komt wat jullie in de klas zien gebeuren."
          example="Zes op de tien leerlingen haken af bij een tekst van meer dan een bladzijde."
          action={<Button icon={Plus}>Schrijf een eerste signaal</Button>}
        />
      </Section>
      <Section title="Woorden en kaarten">
        <Row>
          <Tag>trekker</Tag>
          <Tag kind="ok" icon={Leaf}>
            gekozen
          </Tag>
          <Tag kind="warn">niet nagekeken</Tag>
          <Tag kind="info">nieuw cijfer</Tag>
          <Tag kind="danger">verwijderd</Tag>
          <DateText value="2026-03-12T13:05:00Z" />
          <DateText value="2026-03-12T13:05:00Z" relativeTo="2026-03-09T23:30:00Z" />
        </Row>
        <Disclosure summary="Waar komt dit cijfer vandaan?">Uit de uitgave van 2021.</Disclosure>
      </Section>
    </>
  );
}
