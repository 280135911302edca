/**
 * The simulated pair: two appliances that keep state, as a state machine without any network.
 *
 * <p>Start with {@link io.github.bseries.testkit.SimulatedPair#builder()}. Nothing here opens a
 * socket or starts a thread: what is due happens when somebody looks, in the order in which it was
 * due. So a pair on stepped time does the same in each run, and a night of failover takes a
 * millisecond.
 *
 * <p>Each behaviour names its source or says <em>assumed</em>; where the sources are silent or
 * contradict each other, it is a switch ({@link io.github.bseries.testkit.Assumptions}). This
 * package uses core and the JDK; it never uses the client.
 */
@NullMarked
package io.github.bseries.testkit;

import org.jspecify.annotations.NullMarked;
