import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { areas } from './areas';
import { organisation } from './organisation';
import { useCaller } from './session';
import { Loading, NotForYou } from './States';

/** The first place that is for this person; of a new organisation, what is to be said of it. */
export function Home() {
  const caller = useCaller();
  const mayAnswer = caller.roles.includes('admin');
  const asked = useQuery({ ...organisation(), enabled: mayAnswer });
  const first = areas
    .flatMap((area) => area.places ?? [])
    .filter((place) => place.shown(caller))
    .sort((a, b) => a.order - b.order)[0];
  if (asked.isLoading) {
    return <Loading />;
  }
  if (mayAnswer && asked.data?.setUp === false) {
    return <Navigate to="/setup" replace />;
  }
  return first === undefined ? (
    <NotForYou />
  ) : (
    <Navigate to={first.to} search={first.search ?? {}} replace />
  );
}
