/** State of the chart of training courses: which runs, and what they are laid over. Pure. */
import { choice, type Fields } from '../shell/state/fields.ts';
import { comparisonNames, type ComparisonName, type Comparisons } from './comparisons.ts';

/** `steps`: of the generator. `work`: multiply-adds of all that training computes. */
export const courseAxes = ['steps', 'work'] as const;
type CourseAxis = (typeof courseAxes)[number];

export interface CoursesState {
  readonly compare: ComparisonName;
  readonly axis: CourseAxis;
}

export const coursesFields: Fields<CoursesState> = {
  compare: choice(comparisonNames, 'methods'),
  axis: choice(courseAxes, 'steps'),
};

export interface ScoreCourse {
  /** Inception Score after each epoch. */
  readonly inception: readonly number[];
  /** Multiply-adds of an epoch. */
  readonly epochArithmetic: number;
}

/** Props of the figure, made at build time. */
export interface CoursesFacts {
  readonly comparisons: Comparisons;
  /** By id of the run. */
  readonly courses: Readonly<Record<string, ScoreCourse>>;
  readonly stepsPerEpoch: number;
}

/** What the axis says of a run after each epoch: thousands of steps, or millions of millions of multiply-adds. */
export const placesOn = (
  axis: CourseAxis,
  { inception, epochArithmetic }: ScoreCourse,
  stepsPerEpoch: number,
): number[] =>
  inception.map((_, epoch) => {
    const ofEpoch = axis === 'steps' ? stepsPerEpoch / 1e3 : epochArithmetic / 1e12;
    return (epoch + 1) * ofEpoch;
  });
