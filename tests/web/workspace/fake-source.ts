/** A stream as the browser has it: tests say what comes by it, and how it ends. */
export class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 1;
  onerror: (() => void) | null = null;
  readonly address: string;
  constructor(address: string) {
    super();
    this.address = address;
    FakeSource.opened.push(this);
  }
  /** Addresses of those that are listened to. */
  static open(): readonly string[] {
    return FakeSource.opened.filter(({ readyState }) => readyState !== FakeSource.CLOSED).map(({ address }) => address);
  }
  /** Says it by the one that was opened last. */
  static say(name: string, data: object = {}): void {
    FakeSource.opened.at(-1)?.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
  static breakOff(): void {
    const last = FakeSource.opened.at(-1);
    last?.close();
    last?.onerror?.();
  }
  close(): void {
    this.readyState = FakeSource.CLOSED;
  }
}
