package dev.memoized.it.quarkus;

import io.quarkus.bootstrap.app.ApplicationModelSerializer;
import io.quarkus.bootstrap.app.CuratedApplication;
import io.quarkus.bootstrap.app.QuarkusBootstrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An application of one class, built and started beside this one with the dependencies that Maven gave this module. */
final class WrongApplication {
    private static final String MODEL = "quarkus-internal-test.serialized-app-model.path";
    private static final int GUARD_SECONDS = 60;

    private final Path folder;
    private final String name;
    private final String source;

    WrongApplication(Path folder, String name, String source) {
        this.folder = folder;
        this.name = name;
        this.source = source;
    }

    /** What the build says of it. */
    String failureOfBuild() throws Exception {
        try {
            build();
        } catch (RuntimeException refused) {
            return String.valueOf(refused.getMessage());
        }
        throw new AssertionError("the build refuses nothing");
    }

    /** What it says when it is started with these options, after a build without complaint. */
    String failureOfStart(String... options) throws Exception {
        build();
        Path said = folder.resolve("start.log");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = folder.resolve("target/quarkus-app/quarkus-run.jar");
        List<String> command = new ArrayList<>(List.of(options));
        command.add(0, java.toString());
        command.addAll(List.of("-jar", jar.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            if (process.waitFor(GUARD_SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
                return Files.readString(said);
            }
            throw new AssertionError("the start refuses nothing: " + Files.readString(said));
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private void build() throws Exception {
        QuarkusBootstrap bootstrap = bootstrap(SourceFolder.compiled(folder, name, source));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (CuratedApplication application = bootstrap.bootstrap()) {
            application.createAugmentor().createProductionApplication();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private QuarkusBootstrap bootstrap(Path classes) throws IOException {
        return QuarkusBootstrap.builder()
                .setApplicationRoot(classes)
                .setProjectRoot(folder)
                .setTargetDirectory(Files.createDirectories(folder.resolve("target")))
                .setBaseName(name)
                .setMode(QuarkusBootstrap.Mode.PROD)
                .setIsolateDeployment(true)
                .setExistingModel(ApplicationModelSerializer.deserialize(Path.of(System.getProperty(MODEL))))
                .build();
    }
}
