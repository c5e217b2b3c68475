import { PageProblem } from "@/components/shell/page-problem";

/** The same words for a link that never was and for one that is over: a guess learns nothing. */
export default function ShareGone() {
  return (
    <PageProblem title="This link shows nothing any more" actions={null}>
      It was revoked, has expired, or was not copied whole. Ask the person who sent it for a new one.
    </PageProblem>
  );
}
