interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void | Promise<void>;
}

/** Virtual time: everything that happens is an event at a moment; nothing moves between two events. */
export class Schedule {
  private readonly queue: Entry[] = [];
  private order = 0;

  constructor(
    public now: number,
    /** resolves when everything the last event has set going rests again */
    private readonly settled: () => Promise<void>,
  ) {}

  at(moment: number, run: Entry['run']): void {
    const entry = { at: Math.max(moment, this.now), order: this.order++, run };
    let place = this.queue.length;
    while (place > 0 && (this.queue[place - 1]?.at ?? 0) > entry.at) place -= 1;
    this.queue.splice(place, 0, entry);
  }

  after(ms: number, run: Entry['run']): void {
    this.at(this.now + ms, run);
  }

  /** Runs every event up to a moment, one after the other, in order of time and of planning. */
  async runUntil(moment: number): Promise<void> {
    await this.settled();
    for (let next = this.queue[0]; next && next.at <= moment; next = this.queue[0]) {
      this.queue.shift();
      this.now = next.at;
      await next.run();
      await this.settled();
    }
    this.now = moment;
  }
}
