// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.sync;

import static io.github.bseries.core.pair.Product.PRIVILEGED_REMOTE_ACCESS;
import static io.github.bseries.core.pair.Product.REMOTE_SUPPORT;
import static java.util.Objects.requireNonNull;

import io.github.bseries.core.pair.Product;
import io.github.bseries.core.pair.SourcedFact;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a data sync copies to the backup, and what it leaves alone.
 *
 * <p>A data sync goes one way: from the appliance that is primary at that moment to the one that is
 * backup. What is not in the list is not known.
 *
 * @param data the kinds of data, each with what happens to it
 * @source S1 "Establish the Primary/Backup Failover Relationship Between Two B Series Appliances",
 *     S2 "Failover"
 * @since 0.1
 */
public record SyncCoverage(List<SyncedData> data) {

  private static final String ESTABLISH =
      "S1 \"Establish the Primary/Backup Failover Relationship Between Two B Series Appliances\"";
  private static final String BEST_PRACTICES =
      "S1 \"Best Practices for Primary and Backup Environments\"";
  private static final String CONFLICTS = "S1 \"Resolve Conflicts in a Failover Setup\"";
  private static final String UNPLANNED = "S1 \"Perform Failover for Unplanned Maintenance\"";
  private static final String S2_FAILOVER = "S2 \"Failover\"";

  private static final Set<Product> BOTH = Set.of(REMOTE_SUPPORT, PRIVILEGED_REMOTE_ACCESS);
  private static final Set<Product> RS = Set.of(REMOTE_SUPPORT);

  private static final SyncCoverage DOCUMENTED =
      new SyncCoverage(
          List.of(
              overwritten(
                  "user-accounts",
                  BOTH,
                  fact("All user accounts are copied.", ESTABLISH),
                  fact("All users are copied.", S2_FAILOVER)),
              overwritten(
                  "login-settings",
                  BOTH,
                  fact("The settings of /login are copied.", ESTABLISH),
                  fact(
                      "The configuration in /login is copied, less that of failover.", S2_FAILOVER),
                  fact("The mail server of /login is copied with them.", ESTABLISH)),
              overwritten(
                  "file-store",
                  BOTH,
                  fact("The files of the file store are copied.", ESTABLISH),
                  fact("All files in /login are copied.", S2_FAILOVER)),
              overwritten("logs", RS, fact("Logs are copied.", ESTABLISH)),
              mergedPerhaps(
                  "recordings",
                  fact("Recordings of the primary overwrite those of the backup.", ESTABLISH),
                  fact("After a conflict, recordings end up on both sides.", CONFLICTS),
                  fact("A backup that was primary for a while keeps its recordings.", UNPLANNED)),
              mergedPerhaps(
                  "session-reports",
                  fact("After a conflict, reports end up on both sides.", CONFLICTS),
                  fact("A backup that was primary for a while keeps its session data.", UNPLANNED),
                  fact("All that is copied overwrites what the backup has.", ESTABLISH)),
              kept(
                  "failover-settings",
                  fact(
                      "The backup settings belong to one side and are not synced.", BEST_PRACTICES),
                  fact("Nothing on the Failover page is copied.", S2_FAILOVER),
                  fact("The side that becomes backup after a conflict keeps them.", CONFLICTS)),
              kept(
                  "shared-ip-choice",
                  fact("Which shared IPs are checked has to be mirrored by hand.", ESTABLISH),
                  fact("They stand on the Failover page, which is not copied.", S2_FAILOVER)),
              kept(
                  "inter-appliance-key",
                  fact("The inter-appliance pre-shared key is not copied.", S2_FAILOVER)),
              kept(
                  "certificates",
                  fact("Certificates are not copied, yet have to be identical.", S2_FAILOVER)),
              kept("network-settings", fact("Network settings are not copied.", S2_FAILOVER)),
              kept(
                  "appliance-settings",
                  fact("No settings and no data of /appliance are copied.", S2_FAILOVER),
                  fact(
                      "The mail server of /appliance is one of them.",
                      "S2 \"Back Up /appliance\""))));

  /**
   * Keeps a copy of the list.
   *
   * @throws IllegalArgumentException if two kinds of data have the same id
   */
  public SyncCoverage {
    data = List.copyOf(requireNonNull(data, "data"));
    if (data.stream().map(SyncedData::id).distinct().count() != data.size()) {
      throw new IllegalArgumentException("two kinds of data have the same id");
    }
  }

  /** Returns all that the sources say. */
  public static SyncCoverage documented() {
    return DOCUMENTED;
  }

  /** Returns the part of it that the sources say of this product. */
  public SyncCoverage documentedFor(Product product) {
    requireNonNull(product, "product");
    return new SyncCoverage(
        data.stream().filter(kind -> kind.documentedFor().contains(product)).toList());
  }

  /** Returns what is brought to the backup. */
  public List<SyncedData> copied() {
    return data.stream().filter(SyncedData::isCopied).toList();
  }

  /** Returns what each side keeps for itself, so that people have to keep it alike by hand. */
  public List<SyncedData> notCopied() {
    return data.stream().filter(kind -> !kind.isCopied()).toList();
  }

  /** Returns the kind of data with this id; empty if it is not in the list. */
  public Optional<SyncedData> find(String id) {
    return data.stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  private static SyncedData overwritten(String id, Set<Product> products, SourcedFact... facts) {
    return new SyncedData(id, SyncEffect.KEPT, SyncEffect.OVERWRITTEN, products, List.of(facts));
  }

  /** Only the guide of Remote Support speaks of these. */
  private static SyncedData mergedPerhaps(String id, SourcedFact... facts) {
    return new SyncedData(
        id, SyncEffect.KEPT_OR_ADDED_TO, SyncEffect.OVERWRITTEN_OR_MERGED, RS, List.of(facts));
  }

  private static SyncedData kept(String id, SourcedFact... facts) {
    return new SyncedData(id, SyncEffect.KEPT, SyncEffect.KEPT, BOTH, List.of(facts));
  }

  private static SourcedFact fact(String text, String source) {
    return new SourcedFact(text, source);
  }
}
