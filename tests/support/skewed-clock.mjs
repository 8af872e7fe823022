// Loaded before an application (`node --import`): its clock is CLOCK_SKEW_MS off, which it may change as it runs.
const Real = Date;
const skewedNow = () => Real.now() + Number(process.env.CLOCK_SKEW_MS ?? 0);
globalThis.Date = new Proxy(Real, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [skewedNow()] : args, self),
  apply: () => new Real(skewedNow()).toString(),
  get: (target, name) => (name === "now" ? skewedNow : Reflect.get(target, name)),
});
