// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.ApplianceClient;
import io.github.bseries.client.PairClient;
import io.github.bseries.client.Waiter;
import io.github.bseries.core.backup.RetentionPolicy;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.PairSide;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A folder of backups that stays readable without us: for each backup a folder with its file and
 * {@code manifest.json} in it, readable by their owner only where the file system has modes.
 *
 * <p>A backup is there as a whole or not at all, whenever a process dies or the power fails, as far
 * as the file system keeps its promises. What such a death leaves behind is hidden, told by the
 * catalogue, and cleared up by the next one who opens the archive or writes to it. Nothing is ever
 * written over, and what the archive did not make is told and left alone.
 *
 * <p>One at a time writes, among all threads and processes; the others wait a while and then get an
 * {@link ArchiveBusyException}. Reading needs no lock and works in a folder that cannot be written.
 * It holds nothing open between two calls, so there is nothing to close. Safe for use by several
 * threads.
 *
 * <p>Every method throws {@link UncheckedIOException} if the folder cannot be read or written; the
 * message names it, and the archive is as it was then.
 *
 * @since 0.1
 */
public final class BackupArchive {

  private final Path folder;
  private final InstantSource clock;
  private final ArchiveWriting writing;

  private BackupArchive(Builder builder) {
    this.folder = builder.folder;
    this.clock = builder.clock;
    this.writing = new ArchiveWriting(builder.folder, builder.patience, builder.waiter);
  }

  /**
   * Opens the archive in a folder with every setting at its default, as {@link Builder#open()}
   * does.
   *
   * @param folder need not exist; its parent must. The first backup makes it
   */
  public static BackupArchive open(Path folder) {
    return builder(folder).open();
  }

  /** Returns a builder for the archive in a folder. */
  public static Builder builder(Path folder) {
    return new Builder(requireNonNull(folder, "folder"));
  }

  /** Returns the folder. */
  public Path folder() {
    return folder;
  }

  /**
   * Reads all manifests, and looks at the size of all files without reading them.
   *
   * @return what is there now; empty if the folder does not exist yet. A folder that cannot be
   *     looked at, as behind a broken link, is not taken for an empty one
   */
  public ArchiveCatalogue catalogue() {
    try {
      return ArchiveFolder.read(folder);
    } catch (NoSuchFileException e) {
      // A link to nowhere is no folder that does not exist yet: what it led to may be full.
      if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
        return new ArchiveCatalogue(List.of(), List.of());
      }
      throw writing.failure("read", e);
    } catch (IOException e) {
      throw writing.failure("read", e);
    }
  }

  /**
   * Reads the health of an appliance, and brings a backup of it into the archive.
   *
   * @param client of the appliance, at its own address
   * @return the backup, when file and manifest are whole and on the disk
   * @throws io.github.bseries.client.ApplianceException if the appliance gave no health or no
   *     backup; then nothing was stored
   * @throws ArchiveBusyException if somebody else writes to the archive for too long
   * @throws IllegalArgumentException if the request has so many recipients that no manifest can
   *     name them; then nothing was downloaded
   */
  public ArchivedBackup store(ApplianceClient client, StoreRequest request) {
    return store(BackupSource.of(client), request);
  }

  /** Brings a backup from a source into the archive, as from an appliance. */
  public ArchivedBackup store(BackupSource source, StoreRequest request) {
    requireNonNull(source, "source");
    requireNonNull(request, "request");
    return writing.run(() -> new Storing(folder, source, request, catalogue()).store(clock));
  }

  /**
   * Brings a backup of both sides into the archive, the normal primary first. A side that gives
   * none does not keep the other one from being stored.
   *
   * @return what came of either side, also where the archive was busy or the disk failed: a side
   *     that was stored is told whatever becomes of the other one
   */
  public PairBackup storeBoth(PairClient pair, StoreRequest request) {
    return new PairBackup(
        SideStoring.store(PairSide.NORMAL_PRIMARY, this, BackupSource.of(pair.primary()), request),
        SideStoring.store(PairSide.NORMAL_BACKUP, this, BackupSource.of(pair.backup()), request));
  }

  /**
   * Digests the file of a backup again, and writes into its manifest when, and what came of it. The
   * file is read without the lock: it never changes.
   *
   * @param name the name of the backup
   * @return what came of it, also where it could not be written down
   * @throws IllegalArgumentException if there is no backup of this name
   */
  public VerifiedBackup verify(String name) {
    return new Verifying(writing, clock)
        .verify(writing.find(name))
        .orElseThrow(
            () -> new IllegalArgumentException("backup " + name + " was deleted meanwhile"));
  }

  /**
   * Verifies one backup after the other, the newest first. One whose result cannot be written down
   * keeps none of the others from being verified.
   *
   * @return those that are still there, the newest first
   */
  public List<VerifiedBackup> verifyAll() {
    return verify(catalogue().backups());
  }

  /**
   * Verifies these backups one after the other. Who writes to the archive all the time is waited
   * for once, and not for each of them, as in {@link #verifyAll()}.
   *
   * @param backups what was found in the {@link #catalogue()}
   * @return those that are still there, in the same order
   */
  public List<VerifiedBackup> verify(List<ArchivedBackup> backups) {
    Verifying verifying = new Verifying(writing, clock);
    return backups.stream().flatMap(backup -> verifying.verify(backup).stream()).toList();
  }

  /**
   * Makes a backup stay, whatever a policy says. Who protects it already may give another reason.
   *
   * @param name the name of the backup
   * @param by who wants it: a name or a ticket
   * @param reason why
   * @throws IllegalArgumentException if there is no backup of this name, or a text is blank, too
   *     long or more than one line
   * @throws IllegalStateException if somebody else protects it: he would not hear of it when this
   *     protection is taken back
   */
  public ArchivedBackup protect(String name, String by, String reason) {
    Protection protection = new Protection(by, reason, clock.instant());
    return update(
        name,
        manifest -> {
          Protection before = manifest.protection();
          if (before != null && !before.by().equals(protection.by())) {
            throw new IllegalStateException(
                "backup "
                    + name
                    + " is protected by "
                    + before.by()
                    + " since "
                    + before.at()
                    + ": "
                    + before.reason());
          }
          return manifest.with(protection);
        });
  }

  /**
   * Makes a backup stay, whatever a policy says and whoever protected it before.
   *
   * @param name the name of the backup
   * @param by who wants it: a name or a ticket
   * @param reason why
   * @throws IllegalArgumentException if there is no backup of this name, or a text is blank, too
   *     long or more than one line
   */
  public ArchivedBackup replaceProtection(String name, String by, String reason) {
    Protection protection = new Protection(by, reason, clock.instant());
    return update(name, manifest -> manifest.with(protection));
  }

  /**
   * Leaves it to the policies again whether a backup stays.
   *
   * @param name the name of the backup
   * @throws IllegalArgumentException if there is no backup of this name
   */
  public ArchivedBackup unprotect(String name) {
    return update(name, BackupManifest::unprotected);
  }

  /** Returns what this policy would delete now of all appliances. Deletes nothing. */
  public PrunePlan plan(RetentionPolicy policy) {
    return Pruning.plan(catalogue(), requireNonNull(policy, "policy"));
  }

  /**
   * Returns what this policy would delete now of these appliances; the backups of others are not
   * looked at. For an archive that keeps those of several pairs, each with a policy of its own.
   */
  public PrunePlan plan(RetentionPolicy policy, Collection<ApplianceId> appliances) {
    Set<ApplianceId> planned = Set.copyOf(appliances);
    return Pruning.plan(
        catalogue().where(backup -> planned.contains(backup.appliance())),
        requireNonNull(policy, "policy"));
  }

  /**
   * Deletes what a plan says, as far as the policy still says so now. Before anything of an
   * appliance goes, its newest good backup is verified, so that it does not turn out bad when the
   * others are gone; that is done without the lock, as in {@link #verify}. A backup in whose folder
   * there is anything else is left.
   *
   * @return what is gone, and what came of verifying: a backup that turned out bad is told there
   *     alone
   */
  public PruneResult prune(PrunePlan plan) {
    return plan.dropped().isEmpty()
        ? new PruneResult(List.of(), Map.of(), Map.of(), List.of())
        : new PruneRun(folder, writing, clock, plan).run();
  }

  private ArchivedBackup update(String name, UnaryOperator<BackupManifest> change) {
    return writing.update(name, change, writing.patience(), true);
  }

  /** Returns the folder. */
  @Override
  public String toString() {
    return "BackupArchive[" + folder + "]";
  }

  /**
   * Collects settings. Not safe for use by several threads; may be reused.
   *
   * @since 0.1
   */
  public static final class Builder {

    private final Path folder;
    private InstantSource clock = InstantSource.system();
    private Duration patience = Duration.ofSeconds(30);
    private Waiter waiter = Waiter.ofSystem();

    private Builder(Path folder) {
      this.folder = folder;
    }

    /** Sets the clock that dates backups. The system's unless set. */
    public Builder clock(InstantSource clock) {
      this.clock = requireNonNull(clock, "clock");
      return this;
    }

    /**
     * Sets how long to wait while somebody else writes to the archive. 30 seconds unless set: long
     * enough for a manifest, too short for a backup.
     *
     * @param patience zero or longer
     */
    public Builder patience(Duration patience) {
      this.patience = requireNonNull(patience, "patience");
      return this;
    }

    /** Sets what lets time pass while somebody else writes. The system unless set. */
    public Builder waiter(Waiter waiter) {
      this.waiter = requireNonNull(waiter, "waiter");
      return this;
    }

    /**
     * Opens the archive. What a process left behind that died in it is cleared up, unless somebody
     * writes to the archive now or the folder cannot be written.
     *
     * @throws IllegalStateException if {@code patience} is below zero
     * @throws UncheckedIOException if the folder is something else than a folder
     */
    public BackupArchive open() {
      if (patience.isNegative()) {
        throw new IllegalStateException("patience is " + patience + ", must be 0 or longer");
      }
      BackupArchive archive = new BackupArchive(this);
      if (Files.isDirectory(folder)) {
        ArchiveLock.clearLeftoversIfFree(folder);
      } else if (Files.exists(folder)) {
        throw archive.writing.failure("open", new NotDirectoryException(folder.toString()));
      }
      return archive;
    }
  }
}
