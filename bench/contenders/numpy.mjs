/** Native NumPy on one thread, for the works whose names start with n: the same Python file in a process of its own. */
import { serve } from './pytorch.mjs';

export const name = 'native NumPy (1 thread)';

/** @param {{ work: string }} options */
export const start = ({ work }) => serve('numpy', ['common_numpy', work]);
