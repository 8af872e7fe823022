import type { MailCatalogue } from "./mails.ts";

const once = "De link werkt één keer en {days} dagen lang. Verwachtte je deze mail niet? Dan hoef je niets te doen.";

export const nl: MailCatalogue = {
  mails: {
    "invitation-to-organisation": {
      subject: "{inviter} nodigt je uit voor {organisation} op Leerlus",
      before: [
        "Dag,",
        "{inviter} nodigt je uit om op Leerlus mee te werken met {organisation}. Je doet mee als {role}.",
        "Op Leerlus werkt een schoolteam samen aan één vraag uit de praktijk: behoefte bepalen, bronnen raadplegen, uitproberen en terugkijken.",
      ],
      button: "Bekijk de uitnodiging",
      after: [once],
    },
    "invitation-to-team": {
      subject: "{inviter} nodigt je uit in het team {team}",
      before: [
        "Dag,",
        "{inviter} nodigt je uit in het team {team} van {organisation}. Je doet mee als {role}.",
        "Op Leerlus werkt een schoolteam samen aan één vraag uit de praktijk: behoefte bepalen, bronnen raadplegen, uitproberen en terugkijken.",
      ],
      button: "Bekijk de uitnodiging",
      after: [once],
    },
    "invitation-to-project": {
      subject: "{inviter} nodigt je uit voor het project {project}",
      before: [
        "Dag,",
        "{inviter} nodigt je uit voor het project {project} op Leerlus. Je doet mee als {role}.",
        "Op Leerlus werken schoolteams aan hun vraag uit de praktijk, en volg je mee wat ze met je delen.",
      ],
      button: "Bekijk de uitnodiging",
      after: [once],
    },
    "password-reset": {
      subject: "Een nieuw wachtwoord kiezen voor Leerlus",
      before: ["Dag {name},", "Je vroeg om een nieuw wachtwoord te kiezen voor Leerlus. Dat kan met deze knop."],
      button: "Kies een nieuw wachtwoord",
      after: [
        "De link werkt één keer en {minutes} minuten lang. Daarna meld je je overal opnieuw aan.",
        "Vroeg je dit niet zelf? Dan hoef je niets te doen: je wachtwoord blijft zoals het is.",
      ],
    },
  },
  footer: "Je krijgt deze mail omdat iemand je adres invulde op {site}. Antwoorden op dit adres worden niet gelezen.",
  orCopy: "Of kopieer dit adres in je browser:",
  function: {
    teacher: "leerkracht",
    "care-coordinator": "zorgcoördinator",
    principal: "directeur",
    coach: "begeleider",
    administrator: "beheerder",
    staff: "medewerker van het kenniscentrum",
    reviewer: "lid van een commissie",
  },
  teamRole: { lead: "trekker", member: "teamlid", reader: "meelezer" },
  projectRole: { lead: "projectleider", coach: "begeleider" },
  someone: "Het team van Leerlus",
};
