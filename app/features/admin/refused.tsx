/** Why a small form was refused, when that belongs to none of its fields. */
export function Refused({ sentence }: { sentence: string | undefined }) {
  if (!sentence) return null;
  return (
    <p role="alert" className="text-small font-medium text-danger">
      {sentence}
    </p>
  );
}
