import { classNames } from "./class-names.ts";
import { initialsOf, personLook } from "./person-look.ts";

export interface AvatarProps {
  id: string;
  name: string;
  size?: "small" | "normal" | "large";
  /** False when the name stands right beside it, so that it is not read twice. */
  named?: boolean;
  className?: string;
}

const sizes = { small: "size-7 text-[0.6875rem]", normal: "size-9 text-tiny", large: "size-14 text-lead" };

/** Someone, by initials, colour and shape. */
export function Avatar({ id, name, size = "normal", named = true, className }: AvatarProps) {
  const { colour, shape } = personLook(id);
  const look = classNames(
    "person inline-grid shrink-0 select-none place-items-center font-semibold forced-edge",
    `person-${colour} person-shape-${shape}`,
    sizes[size],
    className,
  );
  const initials = initialsOf(name);
  if (!named) {
    return (
      <span aria-hidden="true" className={look}>
        {initials}
      </span>
    );
  }
  return (
    <span role="img" aria-label={name} title={name} className={look}>
      {initials}
    </span>
  );
}
