// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.internal.http.HttpCaller;
import io.github.bseries.core.failover.RoleChange;
import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ConnectedClients;
import io.github.bseries.core.pair.Observation;
import io.github.bseries.core.pair.RequestedRole;
import io.github.bseries.core.pair.SiteAppliance;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The API of one appliance, at its own address.
 *
 * <p>Make one for each appliance, share it between threads, close it when it is not needed any
 * more. It keeps no connection: the vendor wants each call on one of its own. The access token is
 * kept with the {@link ApiAccount}, for all its clients. Methods that carry out a command of the
 * API bear the name of that command.
 *
 * <p>What changes nothing is repeated when a fault may pass by itself: no connection came about, an
 * answer was lost, or its status is 408, 429 or above 499. What changes something is sent once.
 *
 * <p>Closing ends the calls that are running, and those that pause before another attempt or for
 * the limits: reads fail ({@link #observe()} is {@code Unreadable}), and a role change whose
 * request went out is {@link RoleChange.Unconfirmed}. Every method throws {@link
 * IllegalStateException} after that.
 *
 * @since 0.1
 */
public final class ApplianceClient implements AutoCloseable {

  static final String COMMAND_PATH = "/api/command";

  private final ApplianceAddress address;
  private final @Nullable ApiAccount ownAccount;
  private final HttpCaller http;
  private final Pauses pauses;
  private final AccountCalls.@Nullable AtAddress place;
  private final PairMemory memory;
  private final ProbeCall probe;
  private final HealthCall health;
  private final RoleChangeCall roleChange;
  private final BackupCall backup;
  private final SiteCalls siteCalls;
  private final AccessCall access;

  ApplianceClient(ApplianceClientBuilder builder, ApplianceAddress address, PairMemory memory) {
    ClientParts parts = new ClientParts(builder, address);
    this.address = address;
    this.memory = memory;
    this.ownAccount = builder.ownedAccount();
    this.http = parts.http();
    this.pauses = parts.pauses();
    this.place = parts.place();
    this.probe = parts.probe();
    this.health = parts.health(memory);
    this.roleChange = parts.roleChange(health, memory);
    this.backup = parts.backup();
    this.siteCalls = parts.site();
    this.access = parts.access(probe, health, siteCalls);
  }

  /** Returns an empty builder; an address has to be set. */
  public static ApplianceClientBuilder builder() {
    return new ApplianceClientBuilder();
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
    return builder()
        .address(Environment.address(environment))
        .ownAccount(ApiAccount.from(environment))
        .build();
  }

  /** Returns where this client calls. */
  public ApplianceAddress address() {
    return address;
  }

  /**
   * Asks the plain {@code /check_health} page, once and without a token. Never a proof of health.
   *
   * @return whether the page answers, ails, or cannot be told; never throws for what the network
   *     does
   * @source D-HEALTH
   */
  public Probe probe() {
    return probe.ask();
  }

  /**
   * Asks the appliance how it is and which role it plays: the command {@code check_health}. Needs
   * the permission to use the command API, read-only or full.
   *
   * @return what it says of itself; the answer may be up to a minute old
   * @throws UnreachableException if no answer came
   * @throws LimitReachedException if the account has made as many calls as it may
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
   * <p>A look is repeated as any read is, since a single lost packet says nothing about an
   * appliance. It is {@code Silent} only if no attempt of it brought a byte back. A look that was
   * not made, because of the limits or of credentials that were refused before, is {@code
   * Unreadable}.
   *
   * @return what was seen, and when; never throws for what the network or the appliance does
   */
  public Observation observe() {
    return health.observe();
  }

  /**
   * Asks which version of the API this is, what time it is there, and what the account may do: the
   * command {@code get_api_info}. Needs the permission to use the command API, read-only or full.
   *
   * @return what it says, with permissions that this release does not know
   * @throws ApplianceException in the same cases as {@link #checkHealth()}
   * @source D-INFO, W-RAGMOB
   */
  public ApiInformation getApiInfo() {
    return siteCalls.apiInformation();
  }

  /**
   * Asks which appliances the site has: the command {@code get_appliances}. Both of a pair are
   * listed, and all nodes of a cluster. Needs the permission to use the command API, read-only or
   * full. Remote Support has it, Privileged Remote Access says no to it.
   *
   * <p>What is told of another appliance than the one that is asked may be old.
   *
   * @return one appliance at least, in the order in which they came
   * @throws ApplianceException in the same cases as {@link #checkHealth()}
   * @source D-APPL, D-CMD-PRA (not there)
   */
  public List<SiteAppliance> getAppliances() {
    return siteCalls.appliances();
  }

  /**
   * Asks who is connected, whom a change of roles would disconnect: the command {@code
   * get_connected_client_list}, with each client. Needs the permission to use the command API,
   * read-only or full.
   *
   * <p>An answer of more than a megabyte is not read, which is some ten thousand clients: then use
   * {@link #getConnectedClientCounts()}.
   *
   * @return how many there are, and each of them
   * @throws ApplianceException in the same cases as {@link #checkHealth()}; whether a backup
   *     answers at all is not documented
   * @source D-CLIENTS, W-AXON
   */
  public ConnectedClients getConnectedClientList() {
    return siteCalls.connectedClients(false);
  }

  /**
   * Asks how many are connected, as {@link #getConnectedClientList()} does, and not for each of
   * them: with {@code summary_only}.
   *
   * @throws ApplianceException in the same cases as {@link #checkHealth()}
   * @source D-CLIENTS
   */
  public ConnectedClients getConnectedClientCounts() {
    return siteCalls.connectedClients(true);
  }

  /**
   * Finds out whether the account can do here what it is meant to: whether the address answers, the
   * secret is taken, the permissions are enough, and the clocks agree. To be asked before the night
   * when it matters.
   *
   * <p>It asks by calls that change nothing and cost little, and not again for a token that was
   * refused. So it is not proof: a role change may be refused for other reasons.
   *
   * @param needs what the account is meant to do, one at least
   * @return an answer to each question, which may be that it could not be told; never throws for
   *     what the network or the appliance does
   * @throws IllegalArgumentException if there is no need
   * @throws IllegalStateException if there is no account, or this client is closed
   * @source D-APICFG, D-INFO
   */
  public AccessReport checkAccess(AccessNeed... needs) {
    return access.check(needs);
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
   * look shows it, or until {@link #dismissPendingRoleChange()}. The request is remembered before
   * it is sent. For a client of a {@link PairClient} that memory is the one of the pair, for both
   * appliances together, and in its file if it has one: then it outlives this process, and a change
   * that cannot be remembered is {@code NotSent}. Else it ends with the client.
   *
   * @return how it ended, as far as the answer tells
   * @throws ApplianceException if the look before brought no health, no connection came about, or
   *     the limits left no room right after the look, the client was closed, or the thread was
   *     interrupted while it waited for another change: in each case nothing was sent
   * @source D-ROLE, S1 "Set Failover Roles"
   */
  public RoleChange setFailoverRole(RoleChangeRequest request) {
    return roleChange.make(requireNonNull(request, "request"));
  }

  /**
   * Returns the oldest role change that was asked for and not yet seen, as far as this client
   * remembers; for a client of a {@link PairClient}, as far as the memory of the pair does.
   *
   * @throws io.github.bseries.client.file.InvalidFileException if that memory is damaged, of a
   *     later version, or another kind of file
   * @throws java.io.UncheckedIOException if that memory cannot be read
   */
  public Optional<RequestedRole> pendingRoleChange() {
    return memory.pending().stream().findFirst();
  }

  /**
   * Forgets all that was asked for and not seen, so that another change can be sent. No appliance
   * learns of it: what it was asked for, it may still carry out.
   *
   * @throws io.github.bseries.client.file.InvalidFileException if the memory of the pair is
   *     damaged, of a later version, or another kind of file
   * @throws java.io.UncheckedIOException if the memory of the pair cannot be read or written
   */
  public void dismissPendingRoleChange() {
    memory.dismiss(memory.pending());
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
   * from a cut. Once the request may have gone out it is not repeated: making a backup is work for
   * an appliance.
   *
   * <p>An interrupt ends the download with the next bytes that come, or when it has been silent for
   * too long; {@link #close()} ends it at once.
   *
   * @param target the file to make; its folder exists, it does not
   * @return where it is, its size and digest
   * @throws UnreachableException if no answer came
   * @throws RejectedException if the appliance said no
   * @throws UnreadableAnswerException if what came is no backup, or broke off
   * @throws DiskFullException if there is not enough room for it
   * @throws java.io.UncheckedIOException if the file exists already or cannot be written; the
   *     message names it
   * @source D-BACKUP
   */
  public BackupDownload downloadBackup(Path target) {
    return downloadBackup(target, DownloadSettings.defaults());
  }

  /**
   * Downloads a backup as {@link #downloadBackup(Path)} does, with these settings: a password,
   * encryption, what is believed, who is told of the progress.
   *
   * @throws UnreachableException if no answer came, or the password could not be read
   */
  public BackupDownload downloadBackup(Path target, DownloadSettings settings) {
    return backup.download(requireNonNull(target, "target"), requireNonNull(settings, "settings"));
  }

  /**
   * Returns how many calls the appliance says are left to the account, as its last answer to any
   * client of the account told; empty as long as none did, which older versions never do.
   *
   * @source D-JSON, S-CFG
   */
  public Optional<RemainingCalls> remainingCalls() {
    AccountCalls.AtAddress known = place;
    return known == null ? Optional.empty() : Optional.ofNullable(known.remaining());
  }

  /** Ends the calls that are running. The token stays with the account. Twice is fine. */
  @Override
  public void close() {
    http.close();
    pauses.close();
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
}
