import { Checkbox } from "../checkbox.tsx";
import { ComboBox } from "../combo-box.tsx";
import { Fieldset } from "../fieldset.tsx";
import { FormErrorSummary } from "../form-error-summary.tsx";
import { MultiSelect } from "../multi-select.tsx";
import { RadioCards } from "../radio-cards.tsx";
import { Select } from "../select.tsx";
import { SubmitButton } from "../submit-button.tsx";
import { TextArea } from "../text-area.tsx";
import { TextField } from "../text-field.tsx";
import { Section } from "./section.tsx";

export function FormGallery() {
  return (
    <Section title="Velden">
      <form className="flex flex-col gap-6">
        <FormErrorSummary
          labels={{ titel: "Naam van de lus" }}
          errors={{ titel: "Geef de lus een naam van hoogstens 120 tekens." }}
        />
        <TextField label="Naam van de lus" name="titel" error="Geef de lus een naam van hoogstens 120 tekens." />
        <TextField label="Klas of groep" name="groep" hint="Zoals jullie het zelf noemen." optional />
        <TextField label="Aantal leerlingen" name="aantal" inputMode="numeric" unit="leerlingen" className="max-w-24" />
        <TextArea
          label="Wat zien jullie in de klas?"
          name="behoefte"
          hint="Een zin volstaat om te beginnen."
          limit={80}
          defaultValue="Leerlingen van het vierde lezen vlot, maar vertellen zelden na."
        />
        <Select
          label="School"
          name="school"
          placeholder="Kies een school"
          options={[
            { value: "a", label: "De Kleine Kade" },
            { value: "b", label: "Sint-Rumoldus" },
          ]}
        />
        <MultiSelect
          label="Welke thema's horen erbij?"
          name="themas"
          defaultValue={["feedback"]}
          options={[
            { id: "feedback", label: "Feedback", detail: "+6 maanden" },
            { id: "lezen", label: "Begrijpend lezen", detail: "+6 maanden" },
            { id: "mondeling", label: "Mondelinge taalvaardigheid", detail: "+6 maanden" },
            { id: "huiswerk", label: "Huiswerk", detail: "+5 maanden" },
          ]}
        />
        <ComboBox
          label="Wie nodigen we uit?"
          name="wie"
          hint="Begin te typen."
          options={["Annelies Peeters", "Bram De Smet", "Yasmine El Amrani"].map((label) => ({ id: label, label }))}
        />
        <RadioCards
          legend="Van wie is de behoefte?"
          name="van"
          columns={3}
          defaultValue="pupils"
          options={[
            { value: "pupils", label: "De leerlingen", description: "Wat zij nog niet kunnen of kennen." },
            { value: "support", label: "De begeleiding", description: "Hoe wij leerlingen ondersteunen." },
            { value: "team", label: "Ons team", description: "Wat wij zelf nog willen weten." },
          ]}
        />
        <Fieldset legend="Wie mag meelezen?" name="lezers">
          <Checkbox label="Het team" name="lezers" value="team" defaultChecked />
          <Checkbox label="De begeleider" name="lezers" value="coach" hint="Ziet de tekst en de kaarten." />
        </Fieldset>
        <div>
          <SubmitButton>Start de lus</SubmitButton>
        </div>
      </form>
    </Section>
  );
}
