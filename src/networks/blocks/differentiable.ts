/** An operation with its own gradient, so that a block costs tfjs's tape one entry instead of a dozen. */
import { customGrad, type Tensor } from '@tensorflow/tfjs-core';

interface Forward<Value extends Tensor> {
  readonly value: Value;
  /** Tensors the gradient needs; they live until it has run. */
  readonly saved: readonly Tensor[];
  /** dy and the saved tensors → one gradient an input, in order. */
  readonly gradient: (dy: Value, saved: Tensor[]) => Tensor[];
}

type Save = (tensors: Tensor[]) => void;

/** Runs `forward` on `inputs`; under `tf.grads`, its `gradient` is what flows back to them. */
export function differentiable<Value extends Tensor>(
  inputs: readonly Tensor[],
  forward: () => Forward<Value>,
): Value {
  const operation = customGrad<Value>((...args: (Tensor | Save)[]) => {
    const save = args[inputs.length] as Save;
    const { value, saved, gradient } = forward();
    save([...saved]);
    return { value, gradFunc: (dy, kept) => gradient(dy, kept) };
  });
  return operation(...inputs);
}
