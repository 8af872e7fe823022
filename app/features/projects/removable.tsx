import { Refused } from "#app/features/admin/refused.tsx";
import { useStayingForm } from "#app/features/admin/use-staying-form.ts";
import { SubmitButton } from "#app/ui/submit-button.tsx";

interface RemovableProps {
  name: string;
  detail: string;
  action: string;
  /** What the form says besides its address. */
  fields: Readonly<Record<string, string>>;
  verb: string;
}

/** One of a project's people or teams, with a button to take it out. What they wrote stays; they can be added again. */
export function Removable({ name, detail, action, fields, verb }: RemovableProps) {
  const { Form, busy, sentence } = useStayingForm();
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
      <div>
        <p className="font-medium">{name}</p>
        <p className="text-small text-ink-soft">{detail}</p>
        <Refused sentence={sentence} />
      </div>
      <Form method="post" action={action}>
        {Object.entries(fields).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        <SubmitButton kind="quiet" size="small" busy={busy}>
          {verb}
        </SubmitButton>
      </Form>
    </li>
  );
}
