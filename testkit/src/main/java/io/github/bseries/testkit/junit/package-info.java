/**
 * A simulated pair as parameters of JUnit tests.
 *
 * <p>Start with {@link io.github.bseries.testkit.junit.SimulatedPairTest}. Each test gets a pair of
 * its own, which is gone when the test ends. This is the only package that uses JUnit; JUnit 5.13
 * or later has to be there, and is not brought along.
 */
@NullMarked
package io.github.bseries.testkit.junit;

import org.jspecify.annotations.NullMarked;
