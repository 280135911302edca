// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedBackupTest {

  private static final int BLOCK = 64 * 1024;

  private static SimulatedBackup of(long bytes) {
    return SimulatedPair.builder().backupBytes(bytes).build().a().backup().orElseThrow();
  }

  private static byte[] read(SimulatedBackup backup) throws IOException {
    try (InputStream stream = backup.open()) {
      return stream.readAllBytes();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 7, 8, 9, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK + 5})
  void it_has_the_size_that_was_set(long bytes) throws IOException {
    assertThat(read(of(bytes))).hasSize((int) bytes);
    assertThat(of(bytes).bytes()).isEqualTo(bytes);
  }

  @Test
  void it_begins_with_bytes_that_are_no_text() throws IOException {
    assertThat(read(of(100))).startsWith((byte) 0x93, (byte) 0x00, (byte) 0xff, (byte) 0xfe);
  }

  @Test
  void its_digest_is_that_of_its_bytes() throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(read(of(200_000)));

    assertThat(of(200_000).sha256()).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void it_is_the_same_each_time_and_another_one_on_the_peer() {
    SimulatedPair pair = SimulatedPair.create();

    assertThat(pair.a().backup().orElseThrow().sha256())
        .isEqualTo(pair.a().backup().orElseThrow().sha256())
        .isNotEqualTo(pair.b().backup().orElseThrow().sha256());
  }

  @Test
  void no_two_blocks_are_the_same() throws IOException {
    byte[] bytes = read(of(2 * BLOCK));

    assertThat(Arrays.copyOfRange(bytes, 0, BLOCK))
        .isNotEqualTo(Arrays.copyOfRange(bytes, BLOCK, 2 * BLOCK));
  }

  @Test
  void single_bytes_and_many_bytes_are_the_same_stream() throws IOException {
    byte[] many = read(of(BLOCK + 10));
    byte[] single = new byte[many.length];
    try (InputStream stream = of(BLOCK + 10).open()) {
      for (int i = 0; i < single.length; i++) {
        single[i] = (byte) stream.read();
      }
      assertThat(stream.read()).isEqualTo(-1);
    }

    assertThat(single).isEqualTo(many);
  }

  @Test
  void a_quarter_of_a_gigabyte_of_it_is_read_in_a_moment() throws IOException {
    long bytes = 256L * 1024 * 1024;

    try (InputStream stream = of(bytes).open()) {
      assertThat(stream.transferTo(OutputStream.nullOutputStream())).isEqualTo(bytes);
    }
  }
}
