// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.pair;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the traffic of users reaches the appliance that has just become primary.
 *
 * <p>The three ways are all there are, so the type is sealed. With none of them does the client of
 * a user have to be restarted; but firewalls have to let it through to both appliances.
 *
 * @source S1 "Methods of Network Configuration for B Series Appliance Failover"
 * @since 0.1
 */
public sealed interface TrafficCutover permits SharedIp, DnsSwing, NatSwing {

  /** Returns what this way is called: {@code shared IP}, {@code DNS swing}, {@code NAT swing}. */
  String title();

  /**
   * Returns the longest time for which a user can still be sent to the former primary, counted from
   * the moment at which the change was made. How long somebody takes to make it is not in it.
   */
  Duration longestLag();

  /** Returns whether somebody must change something outside the pair before users arrive. */
  boolean needsOutsideChange();

  /** Returns whether both appliances must be on one subnet for this. */
  boolean needsOneSubnet();

  /** Returns what speaks for this way. */
  List<SourcedFact> pros();

  /** Returns what speaks against this way. */
  List<SourcedFact> cons();

  /**
   * Returns what the one function that fits makes of this way.
   *
   * @param sharedIp takes a shared IP
   * @param dnsSwing takes a DNS swing
   * @param natSwing takes a NAT swing
   * @param <T> what the functions make
   */
  default <T extends @Nullable Object> T fold(
      Function<? super SharedIp, ? extends T> sharedIp,
      Function<? super DnsSwing, ? extends T> dnsSwing,
      Function<? super NatSwing, ? extends T> natSwing) {
    if (this instanceof SharedIp it) {
      return sharedIp.apply(it);
    }
    if (this instanceof DnsSwing it) {
      return dnsSwing.apply(it);
    }
    return natSwing.apply((NatSwing) this);
  }
}
