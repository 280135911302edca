// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.core.pair.Subnet;
import java.util.List;
import java.util.stream.Stream;

/**
 * An API account of the simulated site; both appliances know it. It has all permissions until they
 * are changed, and takes calls from everywhere until they are limited.
 *
 * <p>Its secret is worth nothing, and is kept out of every text all the same: code that handles
 * real ones is tried with it. Safe for use by several threads.
 *
 * @source D-TEST, S-CFG (40 hexadecimal digits; a secret of 44 characters with a plus sign in it)
 * @since 0.1
 */
public final class SimulatedAccount {

  private final String clientId;
  private final SeededValues values;
  private volatile State state;

  private SimulatedAccount(String clientId, SeededValues values) {
    this.clientId = clientId;
    this.values = values;
    this.state = new State(secret(values), AccountPermissions.ALL, List.of(), true, 0);
  }

  static SimulatedAccount from(SeededValues values) {
    // A stream of its own for what comes later: a new secret here leaves other accounts alone.
    return new SimulatedAccount(values.hex(40), values.fork());
  }

  private static String secret(SeededValues values) {
    // A plus and a slash: whoever puts them into a form or a URL unescaped gets a 401.
    return values.lettersAndDigits(20)
        + "+"
        + values.lettersAndDigits(11)
        + "/"
        + values.lettersAndDigits(10)
        + "=";
  }

  /** Returns the client id, 40 hexadecimal digits. */
  public String clientId() {
    return clientId;
  }

  /** Returns the client secret, 44 characters. */
  public String clientSecret() {
    return state.secret();
  }

  /** Returns what it may do now. */
  public AccountPermissions permissions() {
    return state.permissions();
  }

  /**
   * Changes what it may do, from the next call on; its tokens stay valid.
   *
   * @source assumed: that a permission is looked at with each call
   */
  public synchronized void changePermissions(AccountPermissions permissions) {
    requireNonNull(permissions, "permissions");
    State now = state;
    state = new State(now.secret(), permissions, now.networks(), now.enabled(), now.generation());
  }

  /**
   * Limits it to callers from these networks: its allow list. What counts is the address from which
   * a caller connects, never that of an appliance.
   *
   * @param networks as in {@code 127.0.0.9/32}; none lets everybody in again
   * @source S-CFG (that there is such a list)
   */
  public synchronized void allowOnlyFrom(String... networks) {
    List<Subnet> parsed = Stream.of(networks).map(Subnet::parse).toList();
    State now = state;
    state = new State(now.secret(), now.permissions(), parsed, now.enabled(), now.generation());
  }

  /** Returns the networks of its allow list; none if it has no such list. */
  public List<String> allowedNetworks() {
    return state.networks().stream().map(Subnet::toString).toList();
  }

  /**
   * Replaces the secret; all its tokens are invalid at once.
   *
   * @source D-AUTH, D-APICFG
   */
  public synchronized void regenerateSecret() {
    State now = state;
    state =
        new State(
            secret(values), now.permissions(), now.networks(), now.enabled(), now.generation() + 1);
  }

  /**
   * Disables it; all its tokens are invalid at once, and stay so.
   *
   * @source D-AUTH, D-APICFG
   */
  public void disable() {
    enabled(false);
  }

  /** Enables it again. */
  public void enable() {
    enabled(true);
  }

  /** Returns whether it is enabled. */
  public boolean isEnabled() {
    return state.enabled();
  }

  private synchronized void enabled(boolean enabled) {
    State now = state;
    long generation = now.generation() + (enabled ? 0 : 1);
    state = new State(now.secret(), now.permissions(), now.networks(), enabled, generation);
  }

  boolean hasSecret(String secret) {
    State now = state;
    return now.enabled() && now.secret().equals(secret);
  }

  boolean allows(IpAddress caller) {
    List<Subnet> networks = state.networks();
    return networks.isEmpty() || networks.stream().anyMatch(each -> each.contains(caller));
  }

  /** Returns a number that grows whenever all tokens become invalid. */
  long generation() {
    return state.generation();
  }

  /** Returns the client id; never the secret. */
  @Override
  public String toString() {
    return "SimulatedAccount[" + clientId + ", secret hidden]";
  }

  private record State(
      String secret,
      AccountPermissions permissions,
      List<Subnet> networks,
      boolean enabled,
      long generation) {

    @Override
    public String toString() {
      return "State[hidden]";
    }
  }
}
