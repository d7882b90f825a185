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
  /** The one that was opened last. */
  static last(): FakeSource {
    const last = FakeSource.opened.at(-1);
    if (last === undefined) throw new Error("nobody listens");
    return last;
  }
  /** Addresses of those that are listened to. */
  static open(): readonly string[] {
    return FakeSource.opened.filter(({ readyState }) => readyState !== FakeSource.CLOSED).map(({ address }) => address);
  }
  say(name: string, data: unknown = {}): void {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }));
  }
  breakOff(isForGood: boolean): void {
    this.readyState = isForGood ? FakeSource.CLOSED : 0;
    this.onerror?.();
  }
  close(): void {
    this.readyState = FakeSource.CLOSED;
  }
}
