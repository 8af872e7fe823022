import { bullets, paragraph, table } from "#content/blocks.ts";
import { ago } from "../../moments.ts";
import type { DemoDocument } from "../../story.ts";

export const sources: DemoDocument = {
  parts: [
    {
      by: "sofie",
      at: ago(31, 2, "16:02"),
      under: "own-experience",
      blocks: [
        bullets(
          "Met de vorige methode hing er in elke klas een leeskaart met zeven stappen. Niemand gebruikte ze, ook wij niet. Zeven is te veel.",
          "Vorig jaar werkten mijn leerlingen per twee aan een tekst. Gezellig, maar de ene las en de andere schreef over.",
        ),
      ],
    },
    {
      by: "bram",
      at: ago(31, 2, "16:09"),
      under: "own-experience",
      blocks: [
        bullets(
          "Hardop denken heb ik in mijn opleiding één keer gezien. Ik voel mij er wat belachelijk bij, maar ik doe mee als iemand anders begint.",
        ),
      ],
    },
    {
      by: "nadia",
      at: ago(30, 4, "15:47"),
      under: "own-data",
      blocks: [
        paragraph("We gingen bij elkaar kijken: zes lessen begrijpend lezen van 50 minuten, samen 300 minuten."),
        table(
          ["Waar ging de tijd naartoe?", "Minuten"],
          ["Vragen oplossen", "178"],
          ["Verbeteren", "82"],
          ["Uitdelen, zoeken, stil worden", "24"],
          ["Tonen hoe je een tekst aanpakt", "16"],
        ),
        paragraph(
          "Zestien minuten op driehonderd. Daar werd het even stil van. In de methode telden we ook de teksten: van de 24 teksten in drie blokken zijn er 19 korter dan een bladzijde.",
        ),
      ],
    },
    {
      by: "anna",
      at: ago(30, 2, "19:35"),
      under: "research",
      blocks: [
        paragraph(
          "Toolkit, *strategieën voor begrijpend lezen*, zoals het er op {date 30.2} stond: gemiddeld 6 maanden leerwinst, heel lage kost, sterkte van de evidentie 4 op 5. Dat is een gemiddelde over veel studies en geen belofte voor Kerkrode.",
        ),
        paragraph("Wat ik eruit meeneem:"),
        bullets(
          "weinig strategieën, maar die lang volhouden;",
          "eerst voordoen en hardop denken, dan samen, dan pas alleen;",
          "teksten kiezen die net moeilijk genoeg zijn: bij een te makkelijke tekst heb je geen strategie nodig;",
          "praten over de tekst hoort erbij. Stil een blad invullen telt niet.",
        ),
      ],
    },
    {
      by: "bram",
      at: ago(29, 1, "12:20"),
      under: "not-yet-heard",
      blocks: [
        paragraph(
          "De leerlingen! Ik vroeg het gewoon in mijn klas, op een briefje zonder naam: *Wat doe je als een tekst lang is?* Van de 23 schreven er 11 “gewoon beginnen”, 7 “eerst de vragen lezen” en 5 “wachten tot we verbeteren”. Dat laatste vond ik eerlijker dan ik verwacht had.",
        ),
      ],
    },
    {
      by: "nadia",
      at: ago(28, 2, "17:05"),
      under: "not-yet-heard",
      blocks: [
        paragraph(
          "Ouders: op het oudercontact vroeg ik het aan wie kwam. De meesten helpen met lezen tot het derde leerjaar. “Daarna kunnen ze het toch?” Dat onthouden we voor later, niet voor deze lus.",
        ),
      ],
    },
    {
      by: "sofie",
      at: ago(28, 0, "15:40"),
      under: "how-much-trust",
      blocks: [
        table(
          ["Bron", "Wat we ervan meenemen", "Waar we voorzichtig mee zijn"],
          ["Toolkit", "Voordoen, samen doen, loslaten", "Veel studies uit het buitenland; wij zijn drie klassen"],
          ["Eigen lessen bekeken", "We doen bijna niets voor", "Zes lessen, en we wisten van elkaar dat we kwamen"],
          ["Startmeting", "Alinea’s samenleggen lukt niet", "Zelf gemaakte vragen"],
          ["Briefjes in het zesde", "Ze kennen geen aanpak", "Eén klas van 23"],
        ),
      ],
    },
    {
      by: "nadia",
      at: ago(27, 3, "16:15"),
      under: "our-choice",
      blocks: [
        paragraph(
          "We kiezen **drie** strategieën: vooraf kijken en voorspellen, stoppen en verduidelijken, en elke alinea in één zin samenvatten. Twee keer 30 minuten per week, in de drie klassen dezelfde.",
        ),
        paragraph(
          "Niet gekozen: een leesapp (je ziet niet hoe ze denken, en de tablets zijn toch altijd plat) en niveaugroepen (we vreesden dat net wie het moeilijkst leest dan het minst voorgedaan krijgt). Bram wilde liever jeugdboeken dan zaakteksten. Compromis: één keer om de drie weken een fragment uit een boek.",
        ),
      ],
    },
  ],
};
