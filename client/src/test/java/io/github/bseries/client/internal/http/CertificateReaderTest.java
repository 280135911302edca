// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CN=support.example.com, O=Example | support.example.com",
        "O=Example, CN=support.example.com | support.example.com",
        "CN=\\, Example\\, Inc\\, | , Example, Inc,",
        "O=Example\\,CN=hidden, C=DE | O=Example\\,CN\\=hidden,C=DE",
        "O=Example | O=Example"
      })
  void a_name_is_the_common_name_or_all_of_it(String principal, String name) {
    assertThat(CertificateReader.name(new X500Principal(principal))).isEqualTo(name);
  }

  @Test
  void a_common_name_of_any_length_is_read_and_shortened() {
    assertThat(CertificateReader.name(new X500Principal("CN=" + "a".repeat(100_000))))
        .isEqualTo("a".repeat(255) + "…");
    assertThat(CertificateReader.name(new X500Principal("CN=" + "\\,".repeat(100_000))))
        .isEqualTo(",".repeat(255) + "…");
  }
}
