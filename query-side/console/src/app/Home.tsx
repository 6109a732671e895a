import { Navigate } from '@tanstack/react-router';
import { areas } from './areas';
import { useCaller } from './session';
import { NotForYou } from './States';

/** The first place that is for this person. */
export function Home() {
  const caller = useCaller();
  const first = areas
    .flatMap((area) => area.places ?? [])
    .filter((place) => place.shown(caller))
    .sort((a, b) => a.order - b.order)[0];
  return first === undefined ? (
    <NotForYou />
  ) : (
    <Navigate to={first.to} search={first.search ?? {}} replace />
  );
}
