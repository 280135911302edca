/**
 * Assertions of AssertJ about pairs: simulated ones, and what was seen of any.
 *
 * <p>Start with {@link io.github.bseries.testkit.assertj.PairAssertions}. This is the only package
 * that uses AssertJ, which is not brought along.
 */
@NullMarked
package io.github.bseries.testkit.assertj;

import org.jspecify.annotations.NullMarked;
