import type { EvidenceStrength, Toolkit } from "#domain/toolkit/words.ts";

interface StrandSignProps {
  x: number;
  y: number;
  toolkit: Toolkit;
  strength: EvidenceStrength;
}

const outer = 8;
const inner = 5.2;

/** A slice of `fifths` out of five, clockwise from the top. */
function slice(fifths: number): string {
  const angle = (fifths / 5) * 2 * Math.PI;
  const end = `${(inner * Math.sin(angle)).toFixed(2)} ${(-inner * Math.cos(angle)).toFixed(2)}`;
  return `M0 0V${-inner}A${inner} ${inner} 0 ${fifths > 2.5 ? 1 : 0} 1 ${end}Z`;
}

/**
 * The sign of a strand inside a drawing: round for learning and teaching, square for the early years, and as full as
 * its evidence is strong. No colour carries a meaning. Too little research is a broken outline with nothing in it.
 */
export function StrandSign({ x, y, toolkit, strength }: StrandSignProps) {
  const outline = {
    strokeWidth: 1.75,
    strokeDasharray: strength === 0 ? "3 2.2" : undefined,
    className: "fill-surface stroke-accent",
  };
  return (
    <g transform={`translate(${x} ${y})`}>
      {toolkit === "kleuters" ? (
        <rect x={-outer} y={-outer} width={2 * outer} height={2 * outer} rx="2.5" {...outline} />
      ) : (
        <circle r={outer} {...outline} />
      )}
      {strength === 5 ? <circle r={inner} className="fill-accent" /> : null}
      {strength > 0 && strength < 5 ? <path d={slice(strength)} className="fill-accent" /> : null}
    </g>
  );
}
