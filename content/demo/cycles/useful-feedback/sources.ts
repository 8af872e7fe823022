import { bullets, paragraph, table } from "#content/blocks.ts";
import { ago } from "../../moments.ts";
import type { DemoDocument } from "../../story.ts";

export const sources: DemoDocument = {
  parts: [
    {
      by: "wout",
      at: ago(9, 1, "10:25"),
      under: "own-experience",
      blocks: [
        bullets(
          "In de praktijklokalen hiernaast gebeurt het vanzelf: de leerkracht staat ernaast, zegt iets, en de leerling past het meteen aan. Bij ons zit er een week en een boekentas tussen.",
          "Peerfeedback hebben we geprobeerd. “Goed gedaan, mooi lettertype.”",
        ),
      ],
    },
    {
      by: "gert",
      at: ago(8, 4, "20:10"),
      under: "research",
      blocks: [
        paragraph(
          "Toolkit, *feedback geven aan leerlingen*, op {date 8.4}: gemiddeld 6 maanden leerwinst, heel lage kost, sterkte van de evidentie 4 op 5. Wat ik meeneem: zeg wat goed is, wat beter kan en hoe. Dat past op een fiche.",
        ),
      ],
    },
    {
      by: "joris",
      at: ago(8, 3, "16:15"),
      under: "our-choice",
      blocks: [
        paragraph(
          "We kiezen een feedbackfiche met drie kleuren: groen voor wat goed is, oranje voor wat beter kan, blauw voor een tip. Voor alle vakken dezelfde. Leila wilde de punten weglaten; daar waren de anderen nog niet aan toe.",
        ),
      ],
    },
    {
      by: "gert",
      at: ago(2, 2, "20:10"),
      under: "research",
      blocks: [
        paragraph(
          "Dezelfde bladzijde nog eens gelezen, nu tot het einde. Wat ik de eerste keer had **overgeslagen**: feedback werkt pas als leerlingen er iets mee kunnen dóén. Het stond er gewoon.",
        ),
      ],
    },
    {
      by: "leila",
      at: ago(2, 1, "12:50"),
      under: "research",
      blocks: [
        paragraph(
          "Toolkit, *metacognitie en zelfregulerend leren*: gemiddeld 8 maanden, heel lage kost, sterkte van de evidentie 4 op 5. Plannen, volgen, bijsturen. Dat is wat er na feedback zou moeten gebeuren, en dat leren wij niet aan. In wiskunde is de stap trouwens klein: één fout kiezen, opnieuw maken, in één zin schrijven wat er misging.",
        ),
      ],
    },
    {
      by: "wout",
      at: ago(1, 4, "10:30"),
      under: "not-yet-heard",
      blocks: [
        bullets(
          "Leerlingen: gehoord (74 briefjes).",
          "Ouders: nog niet. Ingrid verwacht vragen als er ergens geen punt meer staat. Terecht, denk ik.",
          "De klassenraad: wat als drie vakken dit anders doen dan de rest?",
        ),
      ],
    },
    {
      by: "joris",
      at: ago(1, 1, "16:05"),
      under: "how-much-trust",
      blocks: [
        table(
          ["Bron", "Wat we ervan meenemen", "Waar we voorzichtig mee zijn"],
          ["Toolkit, feedback", "Iets doen ermee hoort bij feedback", "Wij lazen eerst alleen wat ons goed uitkwam"],
          ["74 briefjes", "Lezen wel, veranderen niet", "Wat ze zeggen is niet altijd wat ze doen"],
          ["Onze fiche, vier weken", "De vorm was het probleem niet", "Niet elke klas deed het even vaak"],
        ),
      ],
    },
  ],
};
