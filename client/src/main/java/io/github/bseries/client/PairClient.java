// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import static java.util.Objects.requireNonNull;

import io.github.bseries.core.failover.RoleChangeRequest;
import io.github.bseries.core.pair.ApplianceAddress;
import io.github.bseries.core.pair.CertificateComparison;
import io.github.bseries.core.pair.PairSnapshot;
import io.github.bseries.core.pair.RequestedRole;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Both appliances of a pair at their own addresses, and the name of the site.
 *
 * <p>Primary and backup mean the normal ones here, whatever their roles are at the moment. Safe for
 * use by several threads; close it when it is not needed any more.
 *
 * @since 0.1
 */
public final class PairClient implements AutoCloseable {

  private static final String CLOSED =
      "the look was not remembered, since the client was closed meanwhile";

  private final ApplianceClient primary;
  private final ApplianceClient backup;
  private final @Nullable ApplianceClient site;
  private final CertificateLooks certificates;
  private final Duration pollInterval;
  private final Duration healthCache;
  private final PairMemory memory;
  private final PairWait wait;
  private final PairLooks looks;

  private volatile boolean closed;

  PairClient(
      PairClientBuilder builder,
      ApplianceAddress primary,
      ApplianceAddress backup,
      CallLimits limits) {
    ApplianceClientBuilder common = builder.common();
    Path file = builder.historyFile();
    this.memory =
        file == null
            ? PairMemory.ofProcess()
            : PairMemory.in(new HistoryStore(file, common.clock()));
    this.primary = common.buildAt(primary, memory);
    this.backup = common.buildAt(backup, memory);
    ApplianceAddress third = builder.site();
    this.site = third == null ? null : common.buildAt(third, memory);
    this.looks = new PairLooks(this.primary, this.backup, site, common.clock());
    this.certificates = new CertificateLooks(common.certificateProbe(), primary, backup, third);
    this.pollInterval = builder.pollInterval();
    this.healthCache = builder.healthCache();
    this.wait =
        new PairWait(
            this::observe,
            new CallBudget(limits, clients(), common.clock()),
            builder.waiter(),
            common.nanoTime());
  }

  private List<ApplianceClient> clients() {
    return Stream.of(primary, backup, site).filter(Objects::nonNull).toList();
  }

  /**
   * Returns a builder.
   *
   * @param common what holds for every client of the pair: account, trusted certificates, timeouts.
   *     An address in it does not matter
   */
  public static PairClientBuilder builder(ApplianceClientBuilder common) {
    return new PairClientBuilder(requireNonNull(common, "common"));
  }

  /**
   * Looks at both appliances and at the site, at the same time, and remembers the look.
   *
   * @return what came of it; never throws for what the network or an appliance does. It takes as
   *     long as the slowest of them, and no longer than a call may take with its repeats; after
   *     that up to ten seconds more to remember it, if others hold the history file. That it could
   *     not be remembered is logged; {@link #look()} tells it to the caller
   * @throws IllegalStateException if this client is closed
   */
  public PairSnapshot observe() {
    PairSnapshot snapshot = looks.all(this);
    if (!closed) {
      memory.afterUntold(snapshot);
    }
    return snapshot;
  }

  /**
   * Looks as {@link #observe()} does, and says what became of the memory as well, which is not
   * logged then. A memory that fails takes nothing from the look.
   *
   * @throws IllegalStateException if this client is closed
   */
  public PairLook look() {
    PairSnapshot snapshot = looks.all(this);
    // Closed meanwhile: what was seen is the end of this client, and not of an appliance.
    return new PairLook(snapshot, closed ? memory.unchanged(CLOSED) : memory.after(snapshot));
  }

  /**
   * Looks at the certificates that both appliances show at their own addresses, for the name of the
   * site and without a name. After a failover clients connect only if the two are identical.
   *
   * <p>It looks at any certificate, trusted or not, and sends nothing but the handshake: no request
   * and no credentials. The name is that of the site's address, or else the one under which both
   * appliances are called.
   *
   * @return what was seen, to be given to {@code PairFacts}; never throws for what the network or
   *     an appliance does. It takes up to the connect timeout three times: for the look-up, the
   *     connection to each address, and the handshake
   * @throws IllegalStateException if the name of the site is not known, or this client is closed
   * @source S1 "Replicate SSL Certificate Configuration on the Backup B Series Appliance"
   */
  public CertificateComparison compareCertificates() {
    return certificates.compare(looks.threads());
  }

  /**
   * Looks again and again until a role change is seen to be done: the appliance that was asked has
   * its role, and the other one has the other.
   *
   * <p>There is nothing else to wait for: an appliance tells neither of a sync that is running nor
   * of its end. On the way both are backup for a moment, and one or the other may be silent.
   *
   * @param request what was asked for
   * @param deadline how long to wait at most, longer than zero; looks that have begun are finished
   * @param onLook is given every look, the last included, on the calling thread
   * @return whether it was seen. An interrupt ends the wait undecided, and stays set; it takes
   *     effect when the looks underway have ended. So does closing this client, and ends those
   *     looks
   * @throws IllegalArgumentException if the deadline is zero or less
   * @throws IllegalStateException if this client is closed
   * @source S1 "Perform Failover for Planned Maintenance" (both are backup for a moment)
   */
  public Awaited awaitRoles(
      RoleChangeRequest request, Duration deadline, Consumer<? super PairSnapshot> onLook) {
    requireNonNull(request, "request");
    return wait.until(Goal.roles(request), new PairWait.Pace(deadline, pollInterval), onLook);
  }

  /**
   * Looks again and again until a look shows what is wanted.
   *
   * @param wanted tells whether a look shows it
   * @param deadline how long to wait at most, longer than zero; looks that have begun are finished
   * @param onLook is given every look, the last included, on the calling thread
   * @return whether it was seen. An interrupt ends the wait undecided, and stays set; it takes
   *     effect when the looks underway have ended. So does closing this client, and ends those
   *     looks
   * @throws IllegalArgumentException if the deadline is zero or less
   * @throws IllegalStateException if this client is closed
   */
  public Awaited awaitLook(
      Predicate<? super PairSnapshot> wanted,
      Duration deadline,
      Consumer<? super PairSnapshot> onLook) {
    requireNonNull(wanted, "wanted");
    return wait.until(Goal.of(wanted), new PairWait.Pace(deadline, pollInterval), onLook);
  }

  /**
   * Looks again and again until both appliances say that they are well, one as primary and one as
   * backup. Who answers under the site's name is not asked.
   *
   * <p>Health may be a minute old, however often it is read, so an answer counts only from the time
   * that was set as {@link PairClientBuilder#healthCache} after the beginning of the wait; until
   * then what was read may be from before it. It looks no more often than that, nor than the poll
   * interval.
   *
   * @param deadline how long to wait at most, longer than zero; looks that have begun are finished
   * @param onLook is given every look, the last included, on the calling thread
   * @return whether it was seen, as for {@link #awaitLook}
   * @throws IllegalArgumentException if the deadline is zero or less
   * @throws IllegalStateException if this client is closed
   * @source D-V2HEALTH (a minute)
   */
  public Awaited awaitHealthy(Duration deadline, Consumer<? super PairSnapshot> onLook) {
    return wait.until(Goal.healthy(healthCache), slowly(deadline), onLook);
  }

  /**
   * Looks again and again until the primary tells of a later data sync than it did at first.
   *
   * <p>Only the time of the last sync can be seen: neither that one is running, nor how far it is,
   * nor that it failed before it came to an end. Whether a sync went well stands in its status, in
   * words that are not documented. The first answer may be a minute old, so a sync that ended in
   * the minute before the wait may be taken for the one that was waited for; who knows the time of
   * the sync before gives it to {@link #awaitSync(Instant, Duration, Consumer)}. It looks as often
   * as {@link #awaitHealthy} does.
   *
   * @param deadline how long to wait at most, longer than zero; looks that have begun are finished
   * @param onLook is given every look, the last included, on the calling thread
   * @return whether it was seen, as for {@link #awaitLook}
   * @throws IllegalArgumentException if the deadline is zero or less
   * @throws IllegalStateException if this client is closed
   * @source S-V2 (the last data sync is told by the primary only), D-V2HEALTH (a minute)
   */
  public Awaited awaitSync(Duration deadline, Consumer<? super PairSnapshot> onLook) {
    return wait.until(Goal.sync(null), slowly(deadline), onLook);
  }

  /**
   * Does the same, until the primary tells of a data sync after this moment.
   *
   * @param after a moment on the clock of the appliance, such as the time of a former data sync
   */
  public Awaited awaitSync(
      Instant after, Duration deadline, Consumer<? super PairSnapshot> onLook) {
    return wait.until(Goal.sync(requireNonNull(after, "after")), slowly(deadline), onLook);
  }

  private PairWait.Pace slowly(Duration deadline) {
    return new PairWait.Pace(
        deadline, healthCache.compareTo(pollInterval) > 0 ? healthCache : pollInterval);
  }

  /**
   * Returns the role changes that were asked for and not yet seen, the oldest first. Nothing more
   * is sent to either appliance as long as there is one.
   *
   * @throws io.github.bseries.client.file.InvalidFileException if the history file is damaged, of a
   *     later version, or another kind of file
   * @throws java.io.UncheckedIOException if the history file cannot be read
   */
  public List<RequestedRole> pendingRoleChanges() {
    return memory.pending();
  }

  /**
   * Forgets a role change that was asked for and not seen, since somebody made sure that it will
   * not be carried out any more. No appliance learns of it.
   *
   * @param request one of {@link #pendingRoleChanges()}; any other changes nothing
   * @throws io.github.bseries.client.file.InvalidFileException if the history file is of a later
   *     version
   * @throws java.io.UncheckedIOException if the history file cannot be read or written
   */
  public void dismissPendingRoleChange(RequestedRole request) {
    memory.dismiss(List.of(request));
  }

  /**
   * Returns the damaged history files that were moved aside and that nobody dismissed, the latest
   * last. Whether a role change was asked for is not known as long as there is one, so none is sent
   * to either appliance, by any program with this history file.
   *
   * @throws java.io.UncheckedIOException if the folder of the history file cannot be read
   */
  public List<Path> damagedHistoryFiles() {
    return memory.damaged();
  }

  /**
   * Lets a damaged history file block nothing any more, since somebody made sure that no role
   * change will be carried out that was asked for before. It is renamed, and not deleted.
   *
   * @param damaged one of {@link #damagedHistoryFiles()}; any other changes nothing
   * @throws java.io.UncheckedIOException if it cannot be renamed
   */
  public void dismissDamagedHistoryFile(Path damaged) {
    memory.dismissDamaged(requireNonNull(damaged, "damaged"));
  }

  /**
   * Finds out at both appliances, at the same time, whether the account can do what it is meant to.
   *
   * @param needs what the account is meant to do, one at least
   * @return what {@link ApplianceClient#checkAccess} found at each, and whether they are two
   * @throws IllegalArgumentException if there is no need
   * @throws IllegalStateException if this client is closed
   */
  public PairAccess checkAccess(AccessNeed... needs) {
    return PairAccess.ask(primary, backup, looks.threads(), needs);
  }

  /** Returns the client of the normal primary. It is closed with this one. */
  public ApplianceClient primary() {
    return primary;
  }

  /** Returns the client of the normal backup. It is closed with this one. */
  public ApplianceClient backup() {
    return backup;
  }

  /** Closes the clients of both appliances and of the site, and ends every wait. Twice is fine. */
  @Override
  public void close() {
    closed = true;
    wait.close();
    looks.close();
    certificates.close();
    clients().forEach(ApplianceClient::close);
  }

  /** Returns the addresses, and nothing of the account. */
  @Override
  public String toString() {
    ApplianceClient ofSite = site;
    return "PairClient["
        + primary.address()
        + ", "
        + backup.address()
        + (ofSite == null ? "" : ", site " + ofSite.address())
        + "]";
  }
}
