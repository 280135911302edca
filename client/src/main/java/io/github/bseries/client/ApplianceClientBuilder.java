// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.internal.http.CertificateProbe;
import io.github.bseries.client.internal.http.HostLookup;
import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.client.internal.http.Pins;
import io.github.bseries.client.internal.http.Trust;
import io.github.bseries.client.internal.resilience.Repeats;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.Fingerprint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Collects settings. Not safe for use by several threads; may be reused after a build, so that two
 * clients differ in their address only.
 *
 * @since 0.1
 */
public final class ApplianceClientBuilder {

  /** One object, since clients of an account share only with those that have the same clock. */
  private static final LongSupplier SYSTEM_NANO_TIME = System::nanoTime;

  private @Nullable ApplianceAddress address;
  private @Nullable ApiAccount account;
  private boolean ownsAccount;
  private @Nullable Path trustedCertificates;
  private Set<CertificatePin> pins = Set.of();
  private AddressResolver resolver = AddressResolver.system();
  private boolean plainHttpOnLoopback;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration callTimeout = Duration.ofSeconds(30);
  private Duration roleChangeTimeout = Duration.ofMinutes(2);
  private Duration backupIdleTimeout = Duration.ofMinutes(5);
  private String userAgent = "bseries-client";
  private int attemptsPerRead = 3;
  private WhenLimited whenLimited = WhenLimited.WAIT;
  private InstantSource clock = InstantSource.system();
  private LongSupplier nanoTime = SYSTEM_NANO_TIME;
  private Waiter waiter = Waiter.ofSystem();
  private @Nullable Consumer<? super CallEvent> callListener;

  ApplianceClientBuilder() {}

  /** Sets where to call. Required. */
  public ApplianceClientBuilder address(ApplianceAddress address) {
    this.address = requireNonNull(address, "address");
    return this;
  }

  /**
   * Sets who calls. Required for everything but {@link ApplianceClient#probe()}. The account is not
   * closed with the client.
   */
  public ApplianceClientBuilder account(ApiAccount account) {
    this.account = requireNonNull(account, "account");
    return this;
  }

  /**
   * Sets the certificates to trust, instead of those that the Java runtime trusts. There is no way
   * to trust all.
   *
   * @param pem a file with one or more certificates in PEM form, read when the client is built
   */
  public ApplianceClientBuilder trustedCertificates(Path pem) {
    this.trustedCertificates = requireNonNull(pem, "pem");
    return this;
  }

  /**
   * Sets the certificates or public keys of which one must be shown, in place of those set before.
   * None unless set.
   *
   * <p>A pin narrows trust: a certificate must be trusted as without pins, and it or one of those
   * that signed it must be pinned. Of a self-signed certificate nobody else can vouch, so there the
   * pin of that very certificate or of its key is enough by itself, with no file of {@link
   * #trustedCertificates}. Name and dates are verified in any case. A certificate that is none of
   * the pinned ones ends a call with both fingerprints in its message. Pin the next key as well
   * before an appliance gets a new certificate, on both appliances of a pair.
   */
  public ApplianceClientBuilder pins(CertificatePin... pins) {
    this.pins = Set.copyOf(Arrays.asList(pins));
    return this;
  }

  /**
   * Sets what finds the IP addresses of host names, for each call anew; {@link
   * AddressResolver#system()} unless set, which may be half a minute behind in a DNS swing. It may
   * take as long as a connection.
   *
   * <p>Clients of one account share a token at an address by its name. Those whose resolvers lead
   * that name to different appliances need an account object each: else the one would be sent the
   * token of the other, and refuse it.
   */
  public ApplianceClientBuilder resolver(AddressResolver resolver) {
    this.resolver = requireNonNull(resolver, "resolver");
    return this;
  }

  /**
   * Allows {@code http://} to this very machine, for a simulated appliance without TLS. Off unless
   * set, and never allowed to another machine.
   */
  public ApplianceClientBuilder plainHttpOnLoopback(boolean allowed) {
    this.plainHttpOnLoopback = allowed;
    return this;
  }

  /**
   * Sets how long a connection may take to come about, and before it the look-up of the host name.
   * 10 seconds unless set.
   *
   * @param connectTimeout longer than zero
   */
  public ApplianceClientBuilder connectTimeout(Duration connectTimeout) {
    this.connectTimeout = requireNonNull(connectTimeout, "connectTimeout");
    return this;
  }

  /**
   * Sets how long a call that changes nothing may take in all, with the token it needs, its waits
   * and its repeats. 30 seconds unless set. A backup has a limit of its own once its request goes
   * out.
   *
   * @param callTimeout longer than zero
   */
  public ApplianceClientBuilder callTimeout(Duration callTimeout) {
    this.callTimeout = requireNonNull(callTimeout, "callTimeout");
    return this;
  }

  /**
   * Sets how long to wait for the answer to a role change; 2 minutes unless set. How long an
   * appliance takes is not documented. When the time is over the result is {@link
   * RoleChange.Unconfirmed}: it may still be carried out.
   *
   * @param roleChangeTimeout longer than zero
   */
  public ApplianceClientBuilder roleChangeTimeout(Duration roleChangeTimeout) {
    this.roleChangeTimeout = requireNonNull(roleChangeTimeout, "roleChangeTimeout");
    return this;
  }

  /**
   * Sets for how long nothing of a backup may come, before its first byte and between two; 5
   * minutes unless set. There is no limit for the whole: a backup may have any size.
   *
   * @param backupIdleTimeout longer than zero
   */
  public ApplianceClientBuilder backupIdleTimeout(Duration backupIdleTimeout) {
    this.backupIdleTimeout = requireNonNull(backupIdleTimeout, "backupIdleTimeout");
    return this;
  }

  /**
   * Sets how this program names itself. {@code bseries-client} unless set.
   *
   * @param userAgent printable ASCII
   */
  public ApplianceClientBuilder userAgent(String userAgent) {
    this.userAgent = requireNonNull(userAgent, "userAgent");
    return this;
  }

  /** Sets the clock that stamps observations. The system's unless set. */
  public ApplianceClientBuilder clock(InstantSource clock) {
    this.clock = requireNonNull(clock, "clock");
    return this;
  }

  /**
   * Sets how often a call that changes nothing is tried in all, if its fault may pass; 3 unless
   * set, 1 for no repeat. Before the second try it pauses for 0.1 to 0.3 seconds, then for twice
   * that, or as long as the appliance asks for. What changes something is never repeated.
   *
   * @param attemptsPerRead 1 to 10
   */
  public ApplianceClientBuilder attemptsPerRead(int attemptsPerRead) {
    this.attemptsPerRead = attemptsPerRead;
    return this;
  }

  /** Sets what to do when the account may not call now. {@link WhenLimited#WAIT} unless set. */
  public ApplianceClientBuilder whenLimited(WhenLimited whenLimited) {
    this.whenLimited = requireNonNull(whenLimited, "whenLimited");
    return this;
  }

  /** Sets what lets time pass before a repeat, or under the limits. The system unless set. */
  public ApplianceClientBuilder waiter(Waiter waiter) {
    this.waiter = requireNonNull(waiter, "waiter");
    return this;
  }

  /**
   * Sets the clock that measures spans, in nanoseconds. The system's unless set. Clients share a
   * token and limits only if they were given the same object here.
   */
  public ApplianceClientBuilder nanoTime(LongSupplier nanoTime) {
    this.nanoTime = requireNonNull(nanoTime, "nanoTime");
    return this;
  }

  /**
   * Sets who is told of what happens in each call, on the thread that calls; {@link CallEvent} says
   * what it may do. Nobody unless set.
   */
  public ApplianceClientBuilder callListener(Consumer<? super CallEvent> callListener) {
    this.callListener = requireNonNull(callListener, "callListener");
    return this;
  }

  /** Does what {@link #account} does, and has the account closed with the client. */
  ApplianceClientBuilder ownAccount(ApiAccount account) {
    ownsAccount = true;
    return account(account);
  }

  @Nullable ApiAccount account() {
    return account;
  }

  @Nullable ApiAccount ownedAccount() {
    return ownsAccount ? account : null;
  }

  HttpCaller http(ApplianceAddress to) {
    return new HttpCaller(to, trust(), connectTimeout, userAgent, lookup());
  }

  /** Returns what looks at certificates, without believing them. */
  CertificateProbe certificateProbe() {
    return new CertificateProbe(trust(), lookup(), connectTimeout, clock, nanoTime);
  }

  private Trust trust() {
    Path pem = trustedCertificates;
    return (pem == null ? Trust.ofSystem() : Trust.ofPem(pem))
        .pinnedTo(new Pins(fingerprints(false), fingerprints(true)));
  }

  private Set<Fingerprint> fingerprints(boolean ofPublicKeys) {
    return pins.stream()
        .filter(pin -> pin.ofPublicKey() == ofPublicKeys)
        .map(CertificatePin::fingerprint)
        .collect(Collectors.toUnmodifiableSet());
  }

  private HostLookup lookup() {
    return new HostLookup(resolver::addressesOf, connectTimeout);
  }

  Duration callTimeout() {
    return callTimeout;
  }

  HttpCall.Timeouts ofChanges() {
    return HttpCall.Timeouts.ofWhole(roleChangeTimeout);
  }

  HttpCall.Timeouts ofBackups() {
    return HttpCall.Timeouts.ofSilence(backupIdleTimeout);
  }

  Repeats repeats(Pauses pauses) {
    return new Repeats(attemptsPerRead, pauses::await);
  }

  WhenLimited whenLimited() {
    return whenLimited;
  }

  InstantSource clock() {
    return clock;
  }

  LongSupplier nanoTime() {
    return nanoTime;
  }

  Waiter waiter() {
    return waiter;
  }

  @Nullable Consumer<? super CallEvent> callListener() {
    return callListener;
  }

  /**
   * Builds the client. Reads the trusted certificates, and opens no connection.
   *
   * @throws IllegalStateException if a required setting is missing or one cannot be; the message
   *     names it
   * @throws IllegalArgumentException if the trusted certificates cannot be read, or if the name of
   *     the address is no host name
   */
  public ApplianceClient build() {
    ApplianceAddress to = address;
    if (to == null) {
      throw new IllegalStateException("address is required");
    }
    return buildAt(to, PairMemory.ofProcess());
  }

  /** Builds a client of another address with this memory, and leaves this builder as it is. */
  ApplianceClient buildAt(ApplianceAddress to, PairMemory memory) {
    SettingChecks.timeout("connectTimeout", connectTimeout);
    SettingChecks.timeout("callTimeout", callTimeout);
    SettingChecks.timeout("roleChangeTimeout", roleChangeTimeout);
    SettingChecks.timeout("backupIdleTimeout", backupIdleTimeout);
    SettingChecks.attempts("attemptsPerRead", attemptsPerRead);
    SettingChecks.userAgent(userAgent);
    SettingChecks.encrypted(to, plainHttpOnLoopback);
    SettingChecks.pins(to, pins);
    return new ApplianceClient(this, to, memory);
  }
}
