// Every address that no route knows. A thrown response, so that the answer has its status and the page its words.
const unknownAddress = () => {
  throw new Response(null, { status: 404 });
};

export const loader = unknownAddress;
export const action = unknownAddress;

export default function NotFound() {
  return null;
}
