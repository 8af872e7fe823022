import { Link, type LinkProps } from "@remix-run/react";
import { ExternalLink } from "lucide-react";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";

/** A link in running text. One that leaves the product says so with a sign, and tells the other site nothing. */
export function TextLink({ to, className, children, ...rest }: LinkProps) {
  const leaves = typeof to === "string" && /^https?:\/\//.test(to);
  if (!leaves) {
    return (
      <Link to={to} prefetch="intent" className={classNames("link", className)} {...rest}>
        {children}
      </Link>
    );
  }
  return (
    <a href={to} rel="noreferrer" className={classNames("link", className)} {...rest}>
      {children}
      <Icon of={ExternalLink} className="ms-1 inline size-[0.85em] align-[-0.08em]" />
    </a>
  );
}
