// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.core.backup;

import static io.github.bseries.core.pair.MadeUp.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.bseries.core.pair.ApplianceVersion;
import io.github.bseries.core.pair.Attested;
import io.github.bseries.core.pair.MadeUp;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KitCopiesTest {

  private static final ApplianceVersion VERSION = ApplianceVersion.parse("24.2.1");

  @Test
  void a_password_is_known_to_somebody_or_to_nobody_named_or_is_not_used() {
    assertThat(PasswordCustody.knownTo(" the on-call team "))
        .isEqualTo(new PasswordCustody(true, "the on-call team"));
    assertThat(PasswordCustody.knownToNobodyNamed()).isEqualTo(new PasswordCustody(true, null));
    assertThat(PasswordCustody.unprotected()).isEqualTo(new PasswordCustody(false, null));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PasswordCustody(false, "ada"))
        .withMessage("knownTo is there, but no password is used");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PasswordCustody.knownTo(" "))
        .withMessage("knownTo is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PasswordCustody(true, ""))
        .withMessage("knownTo is blank");
  }

  @Test
  void a_backup_has_the_version_that_its_name_tells() {
    assertThat(NsbCopy.of(file("bomgar-24.2.1-support-2026-02-28-ab12.nsb")))
        .isEqualTo(
            new NsbCopy(file("bomgar-24.2.1-support-2026-02-28-ab12.nsb"), VERSION, null, null));
    assertThat(NsbCopy.of(file("last night")))
        .isEqualTo(new NsbCopy(file("last night"), null, null, null));
  }

  @Test
  void a_backup_keeps_the_rest_when_something_is_added() {
    Attested<PasswordCustody> password = said(PasswordCustody.knownTo("ada"));
    NsbCopy bare = new NsbCopy(file("a"), VERSION, null, null);

    assertThat(bare.withOrigin(NsbOrigin.API))
        .isEqualTo(new NsbCopy(file("a"), VERSION, NsbOrigin.API, null));
    assertThat(bare.withPassword(password).withOrigin(NsbOrigin.API))
        .isEqualTo(new NsbCopy(file("a"), VERSION, NsbOrigin.API, password))
        .isEqualTo(bare.withOrigin(NsbOrigin.API).withPassword(password));
  }

  @Test
  void a_status_page_is_complete_with_all_three() {
    assertThat(new StatusPage(" 1234 ", " 6.1.0 ", VERSION))
        .isEqualTo(new StatusPage("1234", "6.1.0", VERSION))
        .returns(true, StatusPage::isComplete);
    assertThat(new StatusPage(null, "6.1.0", VERSION).isComplete()).isFalse();
    assertThat(new StatusPage("1234", null, VERSION).isComplete()).isFalse();
    assertThat(new StatusPage("1234", "6.1.0", null).isComplete()).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StatusPage(" ", null, null))
        .withMessage("serialNumber is blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StatusPage(null, " ", null))
        .withMessage("baseSoftware is blank");
  }

  @Test
  void a_copy_of_certificates_is_complete_with_key_and_chain() {
    EnumSet<CertificateCopy.Content> all = EnumSet.allOf(CertificateCopy.Content.class);
    CertificateCopy full = certificates(all);

    all.clear();

    assertThat(full.isComplete()).isTrue();
    assertThat(full.contents()).containsExactly(CertificateCopy.Content.values());
    for (CertificateCopy.Content content : CertificateCopy.Content.values()) {
      assertThat(certificates(EnumSet.complementOf(EnumSet.of(content))).isComplete()).isFalse();
    }
  }

  @Test
  void a_drawing_does_not_change_afterwards() {
    Set<NetworkDiagram.Content> shows = EnumSet.of(NetworkDiagram.Content.FIREWALL_RULES);
    NetworkDiagram diagram = new NetworkDiagram(NOON, shows, null);

    shows.clear();

    assertThat(diagram.shows()).containsExactly(NetworkDiagram.Content.FIREWALL_RULES);
  }

  @Test
  void each_place_is_one_short_line_or_not_declared() {
    assertThat(new DeploymentFile(NOON, " share ").keptAt()).isEqualTo("share");
    assertThat(new VaultKeyCopy(NOON, null, " safe 3 ").keptAt()).isEqualTo("safe 3");
    assertThat(new NetworkDiagram(NOON, Set.of(), " wiki ").keptAt()).isEqualTo("wiki");
    assertThat(new DataCopy(DataCopy.Way.BY_HAND, NOON, " share ").keptAt()).isEqualTo("share");
    assertThat(new CertificateCopy(NOON, Set.of(), true, null, " safe 3 ").keptAt())
        .isEqualTo("safe 3");
    assertThat(new DeploymentFile(NOON, null).keptAt()).isNull();
    assertThat(new VaultKeyCopy(NOON, null, null).keptAt()).isNull();
    assertThat(new NetworkDiagram(NOON, Set.of(), null).keptAt()).isNull();
    assertThat(new DataCopy(DataCopy.Way.BY_HAND, NOON, null).keptAt()).isNull();
    assertThat(certificates(Set.of()).keptAt()).isNull();
  }

  private static CertificateCopy certificates(Set<CertificateCopy.Content> contents) {
    return new CertificateCopy(NOON, contents, true, PasswordCustody.knownTo("ada"), null);
  }

  private static StoredBackup file(String name) {
    return StoredBackup.good(name, MadeUp.ONE, NOON, 1000);
  }

  private static <T> Attested<T> said(T value) {
    return new Attested<>(value, "ada", NOON);
  }
}
