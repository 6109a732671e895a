import type { Told } from './protocol';

/** What of a WebSocket is used here. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: ((event: never) => void) | null;
  onmessage: ((event: { data: string }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
}

type Listener = (told: Told) => void;

const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Pauses differ, so that a thousand clients of a restarted node do not come back at once. */
const spread = () => 0.5 + Math.random();

/** Who listens in a room, and up to where they were told. */
interface Room {
  listeners: Set<Listener>;
  position?: number;
}

/**
 * One connection for all rooms of a page. It comes back by itself, with longer pauses, joins its
 * rooms anew and asks for what it missed; what comes twice is told once.
 */
export class Live {
  private readonly rooms = new Map<string, Room>();
  private socket: Socket | undefined;
  private ready = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly open: () => Socket,
    private readonly token: () => Promise<string | undefined>,
    private readonly onLost: () => void = () => undefined,
  ) {}

  /** Listens in a room until the returned function is called. */
  join(name: string, listener: Listener): () => void {
    const known = this.rooms.get(name);
    const room: Room = known ?? { listeners: new Set() };
    room.listeners.add(listener);
    if (known === undefined) {
      this.rooms.set(name, room);
      this.enter(name, room);
    }
    this.connect();
    return () => {
      room.listeners.delete(listener);
      if (room.listeners.size === 0 && this.rooms.get(name) === room) {
        this.rooms.delete(name);
        this.tell({ type: 'leave', room: name });
        if (this.rooms.size === 0) {
          this.rest();
        }
      }
    };
  }

  private enter(name: string, { position }: Room): void {
    this.tell({ type: 'join', room: name, resumeFrom: position });
  }

  /** Says something now, or never: nothing that is said here has to arrive. */
  tell(message: Record<string, unknown>): void {
    if (this.ready) {
      this.socket?.send(JSON.stringify(message));
    }
  }

  private connect(): void {
    if (this.socket !== undefined || this.timer !== undefined) {
      return;
    }
    const socket = this.open();
    this.socket = socket;
    socket.onopen = () => void this.hello(socket);
    socket.onmessage = ({ data }) => this.heard(JSON.parse(data) as Told);
    socket.onclose = () => this.lost(socket);
  }

  private async hello(socket: Socket): Promise<void> {
    const token = await this.token().catch(() => undefined);
    if (this.socket !== socket) {
      return;
    }
    if (token === undefined) {
      socket.close();
      return;
    }
    socket.send(JSON.stringify({ type: 'hello', token }));
    this.ready = true;
    this.rooms.forEach((room, name) => this.enter(name, room));
  }

  private heard(told: Told): void {
    if (told.type === 'welcome') {
      this.failures = 0;
    } else if (told.type === 'moveOn') {
      this.socket?.close();
    } else if ('room' in told) {
      const room = this.rooms.get(told.room);
      if (room === undefined) {
        return;
      }
      if (told.type === 'event' || told.type === 'reset' || told.type === 'joined') {
        room.position = Math.max(room.position ?? 0, told.position);
      }
      room.listeners.forEach((listener) => listener(told));
    }
  }

  private lost(socket: Socket): void {
    if (this.socket !== socket) {
      return;
    }
    this.socket = undefined;
    this.ready = false;
    if (this.rooms.size > 0) {
      this.onLost();
      const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** this.failures++) * spread();
      this.timer = setTimeout(() => {
        this.timer = undefined;
        if (this.rooms.size > 0) {
          this.connect();
        }
      }, pause);
    }
  }

  /** What kept the connection from coming back is over, as far as anybody knows. */
  hurry(): void {
    if (this.timer !== undefined) {
      clearTimeout(this.timer);
      this.timer = undefined;
      this.failures = 0;
      if (this.rooms.size > 0) {
        this.connect();
      }
    }
  }

  /** Nobody listens any more. */
  private rest(): void {
    const socket = this.socket;
    this.socket = undefined;
    this.ready = false;
    socket?.close();
  }
}
