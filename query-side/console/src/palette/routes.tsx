import type { Area } from '../app/area';
import { PaletteButton } from './PaletteButton';

export const area: Area = { routes: [], everywhere: PaletteButton };
