import { and, or, type SQL, sql } from "drizzle-orm";
import type { Language } from "#domain/people/words.ts";
import type { SearchWords } from "#domain/toolkit/search-words.ts";
import { strands } from "./tables.ts";

/** Shorter pieces occur in the middle of words that have nothing to do with them. */
const SHORTEST_PIECE = 4;

// Every condition below is about one text of a strand, `t`, stemmed in that text's own language.
const stemming = sql`case t.language when 'nl' then 'dutch'::regconfig else 'english'::regconfig end`;

/** Without accents and in lower case, because few people type the dots of "geïndividualiseerd". */
const folded = (text: SQL) => sql`regexp_replace(normalize(lower(${text}), NFD), '[\\u0300-\\u036f]', '', 'g')`;

const wholeText = folded(sql`t.name || ' ' || t.what || ' ' || t.watch || ' ' || t.for_whom`);

/** Words hold nothing but letters and digits, so neither the quotes here nor the percent signs below can be broken. */
const prefixQuery = (beginning: string) => sql`to_tsquery(${stemming}, ${`'${beginning}':*`}::text)`;

const containing = (word: string) => sql`'%' || ${folded(sql`${word}::text`)} || '%'`;

const exactQuery = ({ text }: SearchWords) => sql`websearch_to_tsquery(${stemming}, ${text}::text)`;

/** The Dutch stemmer leaves "kind" and "kinderen" apart, and knows no "groepen" in "niveaugroepen". */
function wordFound({ word, beginnings }: SearchWords["words"][number]): SQL | undefined {
  return or(
    // A word that the language leaves out of its index ("de", "the") asks for nothing.
    sql`numnode(${prefixQuery(word)}) = 0`,
    ...beginnings.map((beginning) => sql`t.search @@ ${prefixQuery(beginning)}`),
    word.length >= SHORTEST_PIECE ? sql`${wholeText} like ${containing(word)}` : undefined,
  );
}

/** Whether a strand is meant by a search: in Dutch or in English, whichever of the two the reader types. */
export function isMeantBy(search: SearchWords): SQL {
  const byWords = search.words.length > 0 ? and(...search.words.map(wordFound)) : undefined;
  const found = or(sql`t.search @@ ${exactQuery(search)}`, byWords);
  return sql`exists (select 1 from strand_texts t where t.strand_id = ${strands.id} and ${found})`;
}

/** How well a strand fits a search: its name before its summary, the reader's own language before the other. */
export function fitOf(search: SearchWords, language: Language): SQL<number> {
  const inName = search.words
    .filter(({ word }) => word.length >= SHORTEST_PIECE)
    .map(({ word }) => sql`(${folded(sql`t.name`)} like ${containing(word)})::int`);
  const inText = search.words.map(({ word }) => sql`ts_rank(t.search, ${prefixQuery(word)})`);
  const points = sql.join([sql`ts_rank(t.search, ${exactQuery(search)})`, ...inName, ...inText], sql` + `);
  return sql<number>`(
    select max((${points}) * case t.language when ${language} then 1 else 0.5 end)
    from strand_texts t where t.strand_id = ${strands.id})`;
}
