// Loaded before an application (`node --import`): its clock is CLOCK_SKEW_MS off.
const skewMs = Number(process.env.CLOCK_SKEW_MS ?? 0);
const Real = Date;
const skewedNow = () => Real.now() + skewMs;
globalThis.Date = new Proxy(Real, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [skewedNow()] : args, self),
  apply: () => new Real(skewedNow()).toString(),
  get: (target, name) => (name === "now" ? skewedNow : Reflect.get(target, name)),
});
