// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.backup;

import java.security.AlgorithmParameters;
import java.security.Key;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.CipherSpi;

/** A cipher that can be begun, and then fails as one in native code does. */
final class BrokenCipher extends CipherSpi {

  private static final int TAG_BYTES = 16;

  @Override
  protected void engineSetMode(String mode) {}

  @Override
  protected void engineSetPadding(String padding) {}

  @Override
  protected int engineGetBlockSize() {
    return 0;
  }

  @Override
  protected int engineGetOutputSize(int inputBytes) {
    return inputBytes + TAG_BYTES;
  }

  @Override
  protected byte[] engineGetIV() {
    return new byte[0];
  }

  @Override
  protected AlgorithmParameters engineGetParameters() {
    return null;
  }

  @Override
  protected void engineInit(int mode, Key key, SecureRandom random) {}

  @Override
  protected void engineInit(
      int mode, Key key, AlgorithmParameterSpec parameters, SecureRandom random) {}

  @Override
  protected void engineInit(
      int mode, Key key, AlgorithmParameters parameters, SecureRandom random) {}

  @Override
  protected byte[] engineUpdate(byte[] input, int offset, int length) {
    throw broken();
  }

  @Override
  protected int engineUpdate(byte[] input, int offset, int length, byte[] output, int at) {
    throw broken();
  }

  @Override
  protected byte[] engineDoFinal(byte[] input, int offset, int length) {
    throw broken();
  }

  @Override
  protected int engineDoFinal(byte[] input, int offset, int length, byte[] output, int at) {
    throw broken();
  }

  private static ProviderException broken() {
    return new ProviderException("the device is gone");
  }
}
