/**
 * HTTPS in front of a simulated pair: one server for each appliance, and relays that make the
 * network around them.
 *
 * <p>Start with {@link io.github.bseries.testkit.http.SimulatedPairServer#start}. What an appliance
 * does is decided in {@code io.github.bseries.testkit}; here it is only put into the words of the
 * wire. The server inside is hidden: no type of it is public. The package is a program, too: {@code
 * java -jar bseries-simulator.jar --help}.
 */
@NullMarked
package io.github.bseries.testkit.http;

import org.jspecify.annotations.NullMarked;
