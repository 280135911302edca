// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.internal.http.HttpCall;
import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.client.internal.http.HttpResult;
import io.github.bseries.client.internal.http.Trust;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.Observation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The API of one appliance, at its own address.
 *
 * <p>Make one for each appliance, share it between threads, close it when it is not needed any
 * more. It keeps one access token, and no connection: the vendor wants each call on one of its own.
 * Methods that carry out a command of the API bear the name of that command.
 *
 * <p>Closing ends the calls that are running: reads fail, and a role change whose request went out
 * is {@link RoleChange.Unconfirmed}. Every method throws {@link IllegalStateException} after that.
 *
 * @since 0.1
 */
public final class ApplianceClient implements AutoCloseable {

  static final String COMMAND_PATH = "/api/command";

  private final ApplianceAddress address;
  private final @Nullable ApiAccount ownAccount;
  private final HttpCaller http;
  private final AuthorizedCalls authorized;
  private final HttpCall probe;
  private final PendingRoleChange pending;
  private final HealthCall health;
  private final RoleChangeCall roleChange;
  private final BackupCall backup;
  private final InstantSource clock;

  private ApplianceClient(Builder builder, ApplianceAddress address, @Nullable ApiAccount account) {
    this.address = address;
    this.ownAccount = builder.ownsAccount ? account : null;
    this.clock = builder.clock;
    Path pem = builder.trustedCertificates;
    Trust trust = pem == null ? Trust.ofSystem() : Trust.ofPem(pem);
    this.http = new HttpCaller(address, trust, builder.connectTimeout, builder.userAgent);
    HttpCall.Timeouts ofReads = HttpCall.Timeouts.ofWhole(builder.callTimeout);
    HttpCall.Timeouts ofChanges = HttpCall.Timeouts.ofWhole(builder.roleChangeTimeout);
    HttpCall.Timeouts ofBackups = HttpCall.Timeouts.ofSilence(builder.backupIdleTimeout);
    LongSupplier nanoTime = builder.nanoTime;
    SecretMask mask = new SecretMask(account);
    Answers answers = new Answers(address, mask);
    this.authorized = new AuthorizedCalls(http, answers, account, mask, ofReads, nanoTime);
    this.pending = new PendingRoleChange();
    this.probe = HttpCall.get("/check_health", Map.of(), ofReads);
    this.health = new HealthCall(http, authorized, answers, pending, ofReads, clock);
    this.roleChange = new RoleChangeCall(health, authorized, pending, answers, ofChanges, nanoTime);
    this.backup = new BackupCall(http, authorized, answers, ofBackups, nanoTime);
  }

  /** Returns an empty builder; an address has to be set. */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * Returns a client made of the environment variables {@code BT_API_HOST}, {@code BT_CLIENT_ID}
   * and {@code BT_CLIENT_SECRET}, with every other setting at its default. Closing it wipes the
   * secret.
   *
   * @throws IllegalStateException if one of them is not set; the message names it
   * @throws IllegalArgumentException if {@code BT_API_HOST} is neither a host name nor an {@code
   *     https} address
   */
  public static ApplianceClient fromEnvironment() {
    return from(System.getenv());
  }

  /**
   * Returns a client made of {@code BT_API_HOST}, {@code BT_CLIENT_ID} and {@code BT_CLIENT_SECRET}
   * in this map, as {@link #fromEnvironment()} does, and with the same errors.
   */
  public static ApplianceClient from(Map<String, String> environment) {
    Builder builder =
        builder().address(Environment.address(environment)).account(ApiAccount.from(environment));
    builder.ownsAccount = true;
    return builder.build();
  }

  /** Returns where this client calls. */
  public ApplianceAddress address() {
    return address;
  }

  /**
   * Asks the plain {@code /check_health} page, without a token. Never a proof of health.
   *
   * @return whether the page answers, ails, or cannot be told; never throws for what the network
   *     does
   * @source D-HEALTH
   */
  public Probe probe() {
    HttpResult<byte[]> result = http.send(probe);
    Instant at = clock.instant();
    if (!(result instanceof HttpResult.Answered<byte[]> answered)) {
      return new Probe.Unknown(at, ((HttpResult.Failed<byte[]>) result).reason());
    }
    return switch (answered.head().status()) {
      case 200 -> new Probe.Answers(at);
      case 500 -> new Probe.Ails(at);
      default -> new Probe.Unknown(at, "status " + answered.head().status());
    };
  }

  /**
   * Asks the appliance how it is and which role it plays: the command {@code check_health}. Needs
   * the permission to use the command API, read-only or full.
   *
   * @return what it says of itself; the answer may be up to a minute old
   * @throws UnreachableException if no answer came
   * @throws RejectedException if the appliance said no, for instance to the token
   * @throws UnreadableAnswerException if what came is no health, or a health without id, success or
   *     role
   * @source D-HEALTH, W-RAGMOB
   */
  public ApplianceHealth checkHealth() {
    return health.look().health();
  }

  /**
   * Looks at the appliance as {@link #checkHealth()} does, and takes whatever comes as an
   * observation.
   *
   * @return what was seen, and when; never throws for what the network or the appliance does
   */
  public Observation observe() {
    try {
      HealthCall.Look look = health.look();
      return new Observation.Seen(look.health(), look.at(), look.applianceClock());
    } catch (UnreachableException e) {
      String reason = String.valueOf(e.getMessage());
      return e.isSilent()
          ? new Observation.Silent(clock.instant(), reason)
          : new Observation.Unreadable(clock.instant(), reason);
    } catch (ApplianceException e) {
      return new Observation.Unreadable(clock.instant(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Asks the appliance to take a role: the command {@code set_failover_role}. Needs full permission
   * to use the command API.
   *
   * <p>Health is read right before, with the same token; if another appliance answers, or the
   * request makes no sense to it, nothing is sent. Otherwise the request is sent once, whatever
   * happens. With a data sync first, the answer comes before the sync is done, and long before the
   * roles change. Read the roles of both appliances after every result.
   *
   * <p>One change at a time. A second caller waits for the first; and after a change that may come
   * yet ({@code Confirmed}, {@code AwaitsSync}, {@code Unconfirmed}) nothing more is sent until a
   * look of this client shows it, or until {@link #dismissPendingRoleChange()}. This memory ends
   * with the client.
   *
   * @return how it ended, as far as the answer tells
   * @throws ApplianceException if the look before brought no health, or no connection came about:
   *     in both cases nothing was sent
   * @source D-ROLE, S1 "Set Failover Roles"
   */
  public RoleChange setFailoverRole(RoleChangeRequest request) {
    return roleChange.make(requireNonNull(request, "request"));
  }

  /** Returns the role change that was asked for by this client and that it has not seen yet. */
  public Optional<RoleChangeRequest> pendingRoleChange() {
    return pending.get();
  }

  /**
   * Forgets the role change that was asked for and not seen, so that another can be sent. The
   * appliance does not learn of it: what it was asked for, it may still carry out.
   */
  public void dismissPendingRoleChange() {
    pending.dismiss();
  }

  /**
   * Downloads a backup of the site into a new file: all configuration and logged data, but no
   * recordings, and of the file store only some small files. Needs the permission to use the backup
   * API.
   *
   * <p>The file appears under its name when it is whole and on the disk, and not before; on any
   * failure there is none. While it comes in, it lies beside the target, under a hidden name that
   * ends in {@code .part}, readable by its owner only. A process that is killed leaves that behind.
   * An error, a page or a text is not taken for a backup, nor an answer whose end cannot be told
   * from a cut.
   *
   * @param target the file to make; its folder exists, it does not
   * @return where it is, its size and digest
   * @throws UnreachableException if no answer came
   * @throws RejectedException if the appliance said no
   * @throws UnreadableAnswerException if what came is no backup, or broke off
   * @throws java.io.UncheckedIOException if the file exists already or cannot be written; the
   *     message names it
   * @source D-BACKUP
   */
  public BackupDownload downloadBackup(Path target) {
    return backup.download(requireNonNull(target, "target"));
  }

  /** Ends the calls that are running, and forgets the token. Twice is fine. */
  @Override
  public void close() {
    http.close();
    authorized.forget();
    ApiAccount account = ownAccount;
    if (account != null) {
      account.close();
    }
  }

  /** Returns the address, and nothing of the account. */
  @Override
  public String toString() {
    return "ApplianceClient[" + address + "]";
  }

  /**
   * Collects settings. Not safe for use by several threads; may be reused after a build, so that
   * two clients differ in their address only.
   *
   * @since 0.1
   */
  public static final class Builder {

    private @Nullable ApplianceAddress address;
    private @Nullable ApiAccount account;
    private boolean ownsAccount;
    private @Nullable Path trustedCertificates;
    private boolean plainHttpOnLoopback;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration callTimeout = Duration.ofSeconds(30);
    private Duration roleChangeTimeout = Duration.ofMinutes(2);
    private Duration backupIdleTimeout = Duration.ofMinutes(5);
    private String userAgent = "bseries-client";
    private InstantSource clock = InstantSource.system();
    private LongSupplier nanoTime = System::nanoTime;

    private Builder() {}

    /** Sets where to call. Required. */
    public Builder address(ApplianceAddress address) {
      this.address = requireNonNull(address, "address");
      return this;
    }

    /**
     * Sets who calls. Required for everything but {@link ApplianceClient#probe()}. The account is
     * not closed with the client.
     */
    public Builder account(ApiAccount account) {
      this.account = requireNonNull(account, "account");
      return this;
    }

    /**
     * Sets the certificates to trust, instead of those that the Java runtime trusts. There is no
     * way to trust all.
     *
     * @param pem a file with one or more certificates in PEM form, read when the client is built
     */
    public Builder trustedCertificates(Path pem) {
      this.trustedCertificates = requireNonNull(pem, "pem");
      return this;
    }

    /**
     * Allows {@code http://} to this very machine, for a simulated appliance without TLS. Off
     * unless set, and never allowed to another machine.
     */
    public Builder plainHttpOnLoopback(boolean allowed) {
      this.plainHttpOnLoopback = allowed;
      return this;
    }

    /**
     * Sets how long a connection may take to come about. 10 seconds unless set.
     *
     * @param connectTimeout longer than zero
     */
    public Builder connectTimeout(Duration connectTimeout) {
      this.connectTimeout = requireNonNull(connectTimeout, "connectTimeout");
      return this;
    }

    /**
     * Sets how long a call that changes nothing may take. 30 seconds unless set. A backup has a
     * limit of its own, and so has the system's look-up of a host name.
     *
     * @param callTimeout longer than zero
     */
    public Builder callTimeout(Duration callTimeout) {
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
    public Builder roleChangeTimeout(Duration roleChangeTimeout) {
      this.roleChangeTimeout = requireNonNull(roleChangeTimeout, "roleChangeTimeout");
      return this;
    }

    /**
     * Sets for how long nothing of a backup may come, before its first byte and between two; 5
     * minutes unless set. There is no limit for the whole: a backup may have any size.
     *
     * @param backupIdleTimeout longer than zero
     */
    public Builder backupIdleTimeout(Duration backupIdleTimeout) {
      this.backupIdleTimeout = requireNonNull(backupIdleTimeout, "backupIdleTimeout");
      return this;
    }

    /**
     * Sets how this program names itself. {@code bseries-client} unless set.
     *
     * @param userAgent printable ASCII
     */
    public Builder userAgent(String userAgent) {
      this.userAgent = requireNonNull(userAgent, "userAgent");
      return this;
    }

    /** Sets the clock that stamps observations. The system's unless set. */
    public Builder clock(InstantSource clock) {
      this.clock = requireNonNull(clock, "clock");
      return this;
    }

    /** Sets the clock that measures spans, in nanoseconds. The system's unless set. */
    public Builder nanoTime(LongSupplier nanoTime) {
      this.nanoTime = requireNonNull(nanoTime, "nanoTime");
      return this;
    }

    boolean hasAccount() {
      return account != null;
    }

    LongSupplier nanoTime() {
      return nanoTime;
    }

    /**
     * Builds the client. Reads the trusted certificates, and opens no connection.
     *
     * @throws IllegalStateException if a required setting is missing or one cannot be; the message
     *     names it
     * @throws IllegalArgumentException if the trusted certificates cannot be read, or if the name
     *     of the address is no host name
     */
    public ApplianceClient build() {
      ApplianceAddress to = address;
      if (to == null) {
        throw new IllegalStateException("address is required");
      }
      return buildAt(to);
    }

    /** Builds a client of another address, and leaves this builder as it is. */
    ApplianceClient buildAt(ApplianceAddress to) {
      SettingChecks.timeout("connectTimeout", connectTimeout);
      SettingChecks.timeout("callTimeout", callTimeout);
      SettingChecks.timeout("roleChangeTimeout", roleChangeTimeout);
      SettingChecks.timeout("backupIdleTimeout", backupIdleTimeout);
      SettingChecks.userAgent(userAgent);
      SettingChecks.encrypted(to, plainHttpOnLoopback);
      return new ApplianceClient(this, to, account);
    }
  }
}
