// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.IpAddress;
import io.github.bseries.testkit.Admission.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The door of one simulated appliance: who may call, with which token, how often; and a record of
 * who did. It is made by {@link SimulatedAppliance}.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public final class SimulatedApi {

  /** The address of this machine, which a caller has who is not named. */
  private static final IpAddress LOOPBACK = new IpAddress("127.0.0.1");

  private static final List<String> CLIENT_TYPES =
      List.of(
          "representative",
          "support_customer",
          "presentation_attendee",
          "push_agent",
          "pinned_client");

  private static final List<String> OF_A_SESSION = List.of("representative", "support_customer");

  private final SimulatedPair pair;
  private final SimulatedAppliance appliance;
  private final Map<String, CallBudget> budgets = new TreeMap<>();
  private final Map<String, FailedLogins> failedLogins = new TreeMap<>();
  private final Map<String, Integer> clients = new TreeMap<>();
  private final Deque<RecordedCall> calls = new ArrayDeque<>();
  private ApiSettings settings;
  private boolean xmlApi = true;

  SimulatedApi(SimulatedPair pair, SimulatedAppliance appliance) {
    this.pair = pair;
    this.appliance = appliance;
    this.settings = pair.settings().api();
  }

  /** Returns how it answers where sources are silent. */
  public ApiSettings settings() {
    return pair.locked(() -> settings);
  }

  /** Changes how it answers, from the next call on. */
  public void changeSettings(UnaryOperator<ApiSettings.Builder> change) {
    pair.under(() -> settings = change.apply(settings.toBuilder()).build());
  }

  /** Returns whether the XML API is switched on. */
  public boolean isXmlApiOn() {
    return pair.locked(() -> xmlApi);
  }

  /**
   * Switches the XML API off: commands are refused. Tokens, backups and the probe go on.
   *
   * @source D-APICFG, D-FOAPI (it covers commands and reports); assumed: what is answered then
   */
  public void switchXmlApiOff() {
    pair.under(() -> xmlApi = false);
  }

  /** Switches the XML API on. */
  public void switchXmlApiOn() {
    pair.under(() -> xmlApi = true);
  }

  /**
   * Issues a token; the thirty-first of an account makes its oldest one invalid. Several wrong
   * secrets in a row lock an account for some time, and even the right one is refused then. Asking
   * for an account that is disabled counts as a wrong secret.
   *
   * @param caller the address of the caller; null for this machine
   * @param life how long the token is valid; null for as long as is set
   * @source D-AUTH, S-CFG; assumed: that a disabled account is treated so
   */
  public Admission requestToken(
      String clientId, String clientSecret, @Nullable IpAddress caller, @Nullable Duration life) {
    return pair.locked(() -> issue(clientId, clientSecret, orLoopback(caller), life));
  }

  /**
   * Decides whether a call is let in, and counts it.
   *
   * @param token the token that came with it; null if none did
   * @param kind what is called
   * @param caller the address of the caller; null for this machine
   */
  public Admission admit(@Nullable String token, CallKind kind, @Nullable IpAddress caller) {
    requireNonNull(kind, "kind");
    return pair.locked(
        () -> {
          SimulatedAccount account = token == null ? null : holder(token).orElse(null);
          if (account == null) {
            return new Admission(Verdict.INVALID_TOKEN, null, null, null);
          }
          RateLimitState rate = count(account);
          return new Admission(
              verdict(account, kind, orLoopback(caller), rate), account, null, rate);
        });
  }

  /**
   * Returns whether this appliance accepts the token now.
   *
   * @source assumed: a token is valid on the appliance that issued it, and a swap of roles does not
   *     end it; a setting of the pair
   */
  public boolean isTokenValid(String token) {
    return pair.locked(() -> holder(token).isPresent());
  }

  /** Makes all tokens of this appliance invalid at once. */
  public void invalidateTokens() {
    pair.under(() -> appliance.state().tokens().invalidateAll());
  }

  /**
   * Sets how many clients of a type are connected to it while it serves users.
   *
   * @param type {@code representative}, {@code support_customer}, {@code presentation_attendee},
   *     {@code push_agent} or {@code pinned_client}
   * @param count 0 or more
   * @throws IllegalArgumentException if there is no such type, or the count is negative
   * @source D-CLIENTS (the types)
   */
  public void connectClients(String type, int count) {
    if (!CLIENT_TYPES.contains(requireNonNull(type, "type"))) {
      throw new IllegalArgumentException(
          "type is \"" + type + "\", must be one of " + CLIENT_TYPES);
    }
    if (count < 0) {
      throw new IllegalArgumentException("count is " + count + ", must be 0 or more");
    }
    pair.under(() -> clients.put(type, count));
  }

  /**
   * Returns how many clients of each type are connected now: those that were set, and for each
   * session of the users one representative and one customer.
   *
   * @source D-RECOV (a backup accepts none); assumed: who takes part in a session
   */
  public Map<String, Integer> connectedClients() {
    return pair.locked(
        () -> {
          boolean serves = pair.machine().serves(appliance.state());
          int sessions = appliance.connectedSessions();
          Map<String, Integer> now = new LinkedHashMap<>();
          for (String type : CLIENT_TYPES) {
            int told = serves ? clients.getOrDefault(type, 0) : 0;
            now.put(type, OF_A_SESSION.contains(type) ? told + sessions : told);
          }
          return now;
        });
  }

  /** Remembers a call. For the front that takes the calls. */
  public void record(RecordedCall call) {
    requireNonNull(call, "call");
    pair.under(
        () -> {
          if (call.kind() == CallKind.SET_FAILOVER_ROLE && !call.carriedOut()) {
            appliance.countRoleChange(); // what was carried out was counted there
          }
          if (calls.size() == SimulatedAppliance.REMEMBERED_CALLS) {
            calls.removeFirst();
          }
          calls.add(call);
        });
  }

  /** Returns the calls that arrived here, the oldest one first. */
  public List<RecordedCall> recordedCalls() {
    return pair.locked(() -> List.copyOf(calls));
  }

  private Admission issue(
      String clientId, String clientSecret, IpAddress caller, @Nullable Duration life) {
    Instant now = pair.machine().moment();
    SimulatedAccount account = pair.accountOf(clientId).orElse(null);
    if (account == null) {
      return new Admission(Verdict.WRONG_CREDENTIALS, null, null, null);
    }
    boolean counts = pair.machine().assumes(AssumedBehaviour.TOKENS_COUNT);
    RateLimitState rate = counts ? count(account) : null;
    if (rate != null && !rate.isWithin()) {
      return new Admission(Verdict.RATE_LIMITED, account, null, rate);
    }
    FailedLogins failed = failedLogins.computeIfAbsent(clientId, id -> new FailedLogins());
    if (failed.isLocked(now)) {
      return new Admission(Verdict.LOCKED, account, null, rate);
    }
    if (!account.hasSecret(clientSecret)) {
      failed.note(now, settings);
      return new Admission(Verdict.WRONG_CREDENTIALS, account, null, rate);
    }
    failed.forget();
    if (!account.allows(caller)) {
      return new Admission(Verdict.CALLER_NOT_ALLOWED, account, null, rate);
    }
    String token =
        appliance.state().tokens().issue(account, now, life == null ? settings.tokenLife() : life);
    return new Admission(Verdict.ADMITTED, account, token, rate);
  }

  private Verdict verdict(
      SimulatedAccount account, CallKind kind, IpAddress caller, @Nullable RateLimitState rate) {
    if (rate != null && !rate.isWithin()) {
      return Verdict.RATE_LIMITED;
    }
    if (!account.allows(caller)) {
      return Verdict.CALLER_NOT_ALLOWED;
    }
    if (!xmlApi && kind.isCommand()) {
      return Verdict.XML_API_OFF;
    }
    return account.permissions().allow(kind) ? Verdict.ADMITTED : Verdict.NOT_PERMITTED;
  }

  private @Nullable RateLimitState count(SimulatedAccount account) {
    return settings.rateLimited()
        ? budgets
            .computeIfAbsent(account.clientId(), id -> new CallBudget())
            .take(pair.machine().moment())
        : null;
  }

  private Optional<SimulatedAccount> holder(String token) {
    boolean anywhere = pair.machine().assumes(AssumedBehaviour.TOKENS_OF_THE_SITE);
    return pair.appliances().stream()
        .filter(each -> anywhere || each == appliance)
        .flatMap(each -> each.state().tokens().holder(token, pair.machine().moment()).stream())
        .findFirst();
  }

  private static IpAddress orLoopback(@Nullable IpAddress caller) {
    return caller == null ? LOOPBACK : caller;
  }

  /** Returns which appliance it is of. */
  @Override
  public String toString() {
    return "SimulatedApi[" + appliance + "]";
  }

  private static final class FailedLogins {

    private int inARow;
    private @Nullable Instant lockedUntil;

    boolean isLocked(Instant now) {
      return lockedUntil != null && now.isBefore(lockedUntil);
    }

    void note(Instant now, ApiSettings settings) {
      inARow++;
      if (inARow >= settings.lockOutAttempts()) {
        lockedUntil = now.plus(settings.lockOutSpan());
        inARow = 0;
      }
    }

    void forget() {
      inARow = 0;
    }
  }
}
