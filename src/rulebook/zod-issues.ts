import type * as z from 'zod';

/**
 * The issues of a failed parse, one message each. Of a union only the branch that came closest is
 * reported: the reader meant one of the shapes, not all of them.
 */
export function formatIssues(error: z.ZodError): { path: PropertyKey[]; message: string }[] {
  return error.issues.flatMap((issue) => flatten(issue, []));
}

function flatten(
  issue: z.core.$ZodIssue,
  prefix: readonly PropertyKey[],
): { path: PropertyKey[]; message: string }[] {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union') {
    const branches = issue.errors.map((branch) => branch.flatMap((inner) => flatten(inner, path)));
    const [closest] = branches.sort((a, b) => depth(b) - depth(a) || a.length - b.length);
    if (closest) return closest;
  }
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: `unknown key ${JSON.stringify(key)}` }));
  }
  if (issue.code === 'invalid_key') {
    const name = JSON.stringify(issue.path.at(-1));
    return issue.issues.map(({ message }) => ({ path, message: `the key ${name}: ${message}` }));
  }
  return [{ path, message: issue.message }];
}

function depth(issues: readonly { path: PropertyKey[] }[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}
