import { cycleScopeVisibleTo, documentScopeVisibleTo } from "#db/cycles/scope.ts";
import { isId } from "#db/ids.ts";
import { projectScopeVisibleTo } from "#db/projects/scope.ts";
import { teamScopeVisibleTo } from "#db/teams/scope.ts";
import { cyclePolicy, documentPolicy, projectPolicy, teamPolicy } from "#domain/access/policies.ts";
import type { Services } from "#server/services.ts";

/** What the live channel may let a person do with one document: the policies of HTTP, asked again for the socket. */
export interface DocumentRights {
  read: true;
  write: boolean;
  comment: boolean;
  presence: boolean;
}

/** @returns null when the document is not there for this person; the two cannot be told apart from outside. */
export async function documentRights(
  { db }: Pick<Services, "db">,
  personId: string,
  documentId: string,
): Promise<DocumentRights | null> {
  const scope = isId(documentId) ? await documentScopeVisibleTo(db, personId, documentId) : null;
  if (!scope || !documentPolicy.read(scope.who, scope, scope.document)) return null;
  return {
    read: true,
    write: documentPolicy.write(scope.who, scope, scope.document),
    comment: documentPolicy.comment(scope.who, scope, scope.document),
    presence: documentPolicy.presence(scope.who, scope, scope.document),
  };
}

/** Whether a person may hear that something about this topic changed. A notice carries no data, only what to ask again. */
export async function mayWatch({ db }: Pick<Services, "db">, personId: string, topic: string): Promise<boolean> {
  const [kind, id] = topic.split(":");
  if (!isId(id)) return false;
  switch (kind) {
    case "person":
      return id === personId;
    case "cycle": {
      const scope = await cycleScopeVisibleTo(db, personId, id);
      return scope !== null && cyclePolicy.view(scope.who, scope);
    }
    case "team": {
      const scope = await teamScopeVisibleTo(db, personId, id);
      return scope !== null && teamPolicy.view(scope.who);
    }
    case "project": {
      const scope = await projectScopeVisibleTo(db, personId, id);
      return scope !== null && projectPolicy.view(scope.who);
    }
    default:
      return false;
  }
}
