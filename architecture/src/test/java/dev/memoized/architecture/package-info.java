/**
 * The walls of the house, as tests. Each {@link dev.memoized.architecture.Rule} has plants among the resources, code that
 * breaks it, on which it is shown to bite.
 */
package dev.memoized.architecture;
