// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.readiness;

import static io.github.bseries.core.readiness.Judging.lacks;
import static io.github.bseries.core.readiness.Judging.passes;
import static io.github.bseries.core.readiness.Judging.violates;
import static io.github.bseries.core.readiness.WellKept.NOW;
import static io.github.bseries.core.readiness.WellKept.said;

import io.github.bseries.core.backup.CertificateCopy;
import io.github.bseries.core.backup.DataCopy;
import io.github.bseries.core.backup.DeploymentFile;
import io.github.bseries.core.backup.KitPart;
import io.github.bseries.core.backup.NetworkDiagram;
import io.github.bseries.core.backup.NsbItem;
import io.github.bseries.core.backup.VaultKeyCopy;
import io.github.bseries.core.pair.ChainEnd;
import io.github.bseries.core.pair.PairSide;
import io.github.bseries.core.pair.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A part of the kit counts by the day on which it was made. */
class KitDatesTest {

  private static final Instant TO_COME = Instant.parse("2099-01-01T00:00:00Z");

  @Test
  void a_day_that_is_yet_to_come_is_not_judged() {
    lacks(new OtherDataIsSaved(), recordings(TO_COME), "of 2099-01-01T00:00:00Z, which is yet to");
    lacks(new CertificatesAreSaved(), certificates(TO_COME), "which is yet to come");
    lacks(
        new VaultKeyIsSaved(),
        ReadyKit.facts(
            kit ->
                kit.vaultKey(
                    said(KitPart.ready(new VaultKeyCopy(TO_COME, ReadyKit.onCall(), null))))),
        "Vault encryption key: of 2099-01-01T00:00:00Z, which is yet to come");
    lacks(
        new NetworkIsDrawn(),
        ReadyKit.facts(
            kit ->
                kit.networkDiagram(
                    said(
                        KitPart.ready(
                            new NetworkDiagram(
                                TO_COME, EnumSet.allOf(NetworkDiagram.Content.class), null))))),
        "network diagram: of 2099-01-01T00:00:00Z, which is yet to come");
  }

  @Test
  void a_deployment_file_of_a_day_to_come_is_not_judged() {
    PairFacts virtual =
        Removals.appliance(PairSide.NORMAL_PRIMARY, it -> it.withPlatform(Platform.VMWARE))
            .apply(
                ReadyKit.factsOfPrimary(
                    side ->
                        side.withDeploymentFile(
                            said(KitPart.ready(new DeploymentFile(TO_COME, null))))));
    lacks(new DeploymentFilesAreSaved(), virtual, "which is yet to come");
  }

  @Test
  void data_that_no_backup_holds_may_be_as_old_as_a_backup() {
    passes(new OtherDataIsSaved(), recordings(NOW.minus(Duration.ofDays(7))), "saved");
    violates(
        new OtherDataIsSaved(),
        recordings(NOW.minus(Duration.ofDays(8))),
        "session recordings: saved 2026-02-21T12:00:00Z, 8 d ago, may be 7 d");
  }

  @Test
  void a_copy_from_before_the_certificate_that_is_shown_is_of_another_one() {
    PairFacts renewed =
        ShownCertificates.facts(
            PairSide.NORMAL_BACKUP,
            ShownCertificates.shown(
                ShownCertificates.from(NOW.minus(Duration.ofHours(1))), ChainEnd.TRUSTED));
    violates(
        new CertificatesAreSaved(),
        renewed,
        "certificates: saved 2026-02-28T12:00:00Z, before the one that the normal backup shows");
    passes(
        new CertificatesAreSaved(),
        renewed.toBuilder().certificates(null).build(),
        "certificates: saved as p12");
  }

  @Test
  void no_backup_to_keep_is_no_backup() {
    PairFacts none = ReadyKit.factsOfBackup(KitPart.nothingToKeep("n/a"));
    for (Rule rule :
        List.of(
            new BackupOfEachSideIsKept(),
            new BackupsAreRecent(),
            new BackupsFitTheVersion(),
            new BackupPasswordsAreKnown())) {
      lacks(rule, none, "newest backup of the normal primary: none, n/a");
    }
  }

  private static PairFacts recordings(Instant savedAt) {
    return ReadyKit.facts(
        kit ->
            kit.otherData(
                NsbItem.SESSION_RECORDINGS,
                said(KitPart.ready(new DataCopy(DataCopy.Way.REPORTING_API, savedAt, null)))));
  }

  private static PairFacts certificates(Instant savedAt) {
    return ReadyKit.facts(
        kit ->
            kit.certificates(
                said(
                    KitPart.ready(
                        new CertificateCopy(
                            savedAt,
                            EnumSet.allOf(CertificateCopy.Content.class),
                            true,
                            ReadyKit.onCall(),
                            null)))));
  }
}
