// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import static java.util.Objects.requireNonNull;

import io.github.bseries.client.ApplianceException;
import io.github.bseries.client.RejectedException;
import io.github.bseries.core.pair.ApplianceId;
import io.github.bseries.core.pair.FailoverRole;
import io.github.bseries.core.pair.PairSide;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What came of the backup of one side of a pair.
 *
 * @since 0.1
 */
public sealed interface SideBackup {

  /** Returns which side it is. */
  PairSide side();

  /** Returns what came of it on one line, for a human to read. Its form may change. */
  String summary();

  /**
   * Returns what the one function that fits makes of this.
   *
   * @param stored takes a backup that was stored
   * @param missed takes a side that gave none
   * @param <R> what the functions make
   */
  default <R extends @Nullable Object> R fold(
      Function<? super Stored, ? extends R> stored, Function<? super Missed, ? extends R> missed) {
    return this instanceof Stored it ? stored.apply(it) : missed.apply((Missed) this);
  }

  /**
   * A backup was stored.
   *
   * @param side which side it is from
   * @param backup the backup
   * @since 0.1
   */
  record Stored(PairSide side, ArchivedBackup backup) implements SideBackup {

    /** Checks that nothing is null. */
    public Stored {
      requireNonNull(side, "side");
      requireNonNull(backup, "backup");
    }

    @Override
    public String summary() {
      return side.title() + ": " + backup.summary();
    }
  }

  /**
   * The side gave no backup, and nothing was stored of it.
   *
   * @param side which side it is
   * @param host where it was called, as in the manifests of its backups
   * @param appliance which appliance it is; null if it gave no health
   * @param role the role that it had right before; null if it gave no health
   * @param gaveBefore whether the archive keeps a good backup of it that it gave in the role of
   *     backup, however old it is: what the archive does not keep any more, it does not know. So an
   *     appliance that stopped to give one, after an upgrade for instance, fails for as long as one
   *     from before is kept, and the newest good one of an appliance is kept by every policy; one
   *     that was primary since may have lost all those, and its no counts as a first one
   * @param cause what came instead: an {@link io.github.bseries.client.ApplianceException} for what
   *     the network or the appliance did, an {@link ArchiveBusyException}, or an {@link
   *     java.io.UncheckedIOException} of the disk
   * @since 0.1
   */
  record Missed(
      PairSide side,
      String host,
      @Nullable ApplianceId appliance,
      @Nullable FailoverRole role,
      boolean gaveBefore,
      RuntimeException cause)
      implements SideBackup {

    private static final int SERVER_ERROR = 500;

    /** Checks that nothing needed is null. */
    public Missed {
      requireNonNull(side, "side");
      requireNonNull(host, "host");
      requireNonNull(cause, "cause");
    }

    /**
     * Returns whether a backup appliance said no, and did not give one in that role before. Whether
     * one gives backups at all is not documented, so that is no failure by itself. A fault of the
     * server, status 500 and above, is no such no, and neither is one that is about the account:
     * words that name a permission, a token, the credentials. A status 403 with other words may be
     * about the role.
     *
     * @source assumed: neither D-BACKUP nor S1 says what a backup appliance does
     */
    public boolean isRefusalOfBackupNode() {
      return role == FailoverRole.BACKUP
          && !gaveBefore
          && cause instanceof RejectedException rejected
          && !isAboutAccount(rejected)
          && rejected.status() < SERVER_ERROR;
    }

    private static boolean isAboutAccount(RejectedException no) {
      return switch (no.ground()) {
        case OTHER -> false;
        case PERMISSION -> no.words().toLowerCase(Locale.ROOT).contains("permission");
        case CREDENTIALS, LOCK_OUT, TOKEN -> true;
      };
    }

    /**
     * Returns what a person can do now, in a sentence or two; null if there is nothing to say
     * beyond the message of the cause. Its wording may change.
     */
    public @Nullable String remedy() {
      return cause instanceof ApplianceException fault ? fault.remedy() : null;
    }

    /** Returns whether nothing was stored because somebody else wrote to the archive. */
    public boolean isBusy() {
      return cause instanceof ArchiveBusyException;
    }

    @Override
    public String summary() {
      return side.title() + ": no backup" + ground() + ": " + cause.getMessage();
    }

    private String ground() {
      if (isRefusalOfBackupNode()) {
        return ", refused, maybe for its role of backup";
      }
      return gaveBefore && role == FailoverRole.BACKUP
          ? ", although it gave one in the role of backup before"
          : "";
    }
  }
}
