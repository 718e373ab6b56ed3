package dev.memoized.redis;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A certificate that signs itself, in all forms that are needed.
 *
 * @param pem as servers read it
 * @param key its key
 * @param keyStore both, as a JVM reads them
 * @param trustStore the certificate alone
 */
record Certificate(Path pem, Path key, Path keyStore, Path trustStore) {
    static final String PASSWORD = "certain-secret";

    private static final String NAME = "redis";

    /** For a host, such as {@code dns:localhost}; of files in a folder. */
    static Certificate of(String host, Path folder) throws Exception {
        Path keyStore = folder.resolve("key.p12");
        generate(host, keyStore);
        KeyStore made = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(NAME, made.getCertificate(NAME));
        Path trustStore = folder.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(trustStore)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        byte[] key = made.getKey(NAME, PASSWORD.toCharArray()).getEncoded();
        return new Certificate(
                pem(
                        folder.resolve("certificate.pem"),
                        "CERTIFICATE",
                        made.getCertificate(NAME).getEncoded()),
                pem(folder.resolve("key.pem"), "PRIVATE KEY", key),
                keyStore,
                trustStore);
    }

    private static void generate(String host, Path keyStore) throws Exception {
        Path log = keyStore.resolveSibling("keytool.log");
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String[] words = "-genkeypair -alias %s -keyalg EC -dname CN=%s -ext san=%s -storetype PKCS12 -storepass %s"
                .formatted(NAME, NAME, host, PASSWORD)
                .split(" ");
        List<String> command = new ArrayList<>(List.of(tool));
        command.addAll(List.of(words));
        command.addAll(List.of("-keystore", keyStore.toString()));
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        assertThat(status).as(Files.readString(log)).isZero();
    }

    private static Path pem(Path file, String what, byte[] bytes) throws Exception {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(
                file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text), US_ASCII);
    }
}
