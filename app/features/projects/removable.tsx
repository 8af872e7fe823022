import { Confirm } from "#app/features/admin/confirm.tsx";

interface RemovableProps {
  name: string;
  detail: string;
  action: string;
  /** What the form says besides its address. */
  fields: Readonly<Record<string, string>>;
  verb: string;
  title: string;
  /** What happens then, and what stays. */
  text: string;
}

/** One of a project's people or teams, with a button to take it out. What they wrote stays; they can be added again. */
export function Removable({ name, detail, ...removal }: RemovableProps) {
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-3">
      <div>
        <p className="font-medium">{name}</p>
        <p className="text-small text-ink-soft">{detail}</p>
      </div>
      <div className="-mx-3">
        <Confirm name={name} {...removal} />
      </div>
    </li>
  );
}
