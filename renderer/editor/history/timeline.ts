/** Whether there is a step back, and one forward. */
export interface Reach {
  readonly undo: boolean;
  readonly redo: boolean;
}

/** The moments of one document in the order in which the writer made them. */
export interface Timeline<Moment> {
  readonly present: () => Moment;
  /** `moment` follows from the present one by a step of its own; what was undone can no longer be redone. */
  step(moment: Moment): void;
  /** `moment` belongs to the step that led to the present one; what was undone can no longer be redone. */
  join(moment: Moment): void;
  /** The present moment as it is now, with the same words: the caret moved, another way of showing it. */
  see(moment: Moment): void;
  /** Forgets the moment before the present one, so that one step leads to where two did. */
  skipLast(): void;
  /** Goes one step back and answers where it came to; null at the beginning. */
  undo(): Moment | null;
  /** Goes one step forward; null at the end. */
  redo(): Moment | null;
  /** Begins anew: there is nothing before `moment`. */
  begin(moment: Moment): void;
}

/** A timeline that begins with `first` and remembers no more than `mostSteps` steps back; `onReach` hears when its reach changes. */
export function createTimeline<Moment>(
  first: Moment,
  mostSteps: number,
  onReach: (reach: Reach) => void,
): Timeline<Moment> {
  let past: Moment[] = [];
  let present = first;
  let future: Moment[] = [];
  let told: Reach = { undo: false, redo: false };
  const tell = () => {
    const reach = { undo: past.length > 0, redo: future.length > 0 };
    if (reach.undo === told.undo && reach.redo === told.redo) return;
    told = reach;
    onReach(reach);
  };
  return {
    present: () => present,
    step(moment) {
      past.push(present);
      if (past.length > mostSteps) past.shift();
      present = moment;
      future = [];
      tell();
    },
    join(moment) {
      present = moment;
      future = [];
      tell();
    },
    see(moment) {
      present = moment;
    },
    skipLast() {
      past.pop();
    },
    undo() {
      const before = past.pop();
      if (before === undefined) return null;
      future.push(present);
      present = before;
      tell();
      return before;
    },
    redo() {
      const next = future.pop();
      if (next === undefined) return null;
      past.push(present);
      present = next;
      tell();
      return next;
    },
    begin(moment) {
      past = [];
      future = [];
      present = moment;
      tell();
    },
  };
}
