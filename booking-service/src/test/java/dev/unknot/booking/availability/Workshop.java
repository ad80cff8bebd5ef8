package dev.unknot.booking.availability;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import dev.unknot.common.time.Grid;
import dev.unknot.oracle.Slot;
import dev.unknot.oracle.World;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles some of the engine's sources anew, as somebody else might have written it, and runs the engine with that. */
final class Workshop {

    private static final String PACKAGE = Availability.class.getPackageName();
    private static final Path SOURCES = Path.of("src/main/java").resolve(PACKAGE.replace('.', '/'));

    /** All that the engine is made of ({@link PurityTest}); to look through everything takes ten times as long. */
    private static final String CLASS_PATH = Stream.of(Availability.class, Grid.class, Nullable.class)
            .map(one -> Path.of(URI.create(
                    one.getProtectionDomain().getCodeSource().getLocation().toString())))
            .map(Path::toString)
            .collect(joining(File.pathSeparator));

    private Workshop() {}

    /**
     * An engine of its own, of which nothing is shared with any other.
     *
     * @param files simple names of the classes to write differently
     */
    @SuppressWarnings("unchecked")
    static BiFunction<World, List<World>, List<List<Slot>>> engine(Set<String> files, UnaryOperator<String> rewrite) {
        try {
            List<Source> sources = new ArrayList<>();
            for (String file : files) {
                sources.add(new Source(file, rewrite.apply(Files.readString(SOURCES.resolve(file + ".java")))));
            }
            var answers = new Loader(compiled(sources))
                    .loadClass(Answers.class.getName())
                    .getDeclaredConstructor();
            answers.setAccessible(true);
            return (BiFunction<World, List<World>, List<List<Slot>>>) answers.newInstance();
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> compiled(List<Source> sources) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        Output output = new Output(compiler.getStandardFileManager(null, null, null));
        StringWriter complaints = new StringWriter();
        List<String> options = List.of("-proc:none", "-nowarn", "-implicit:none", "-cp", CLASS_PATH);
        if (!compiler.getTask(complaints, output, null, options, null, sources).call()) {
            throw new IllegalStateException("what was rewritten does not compile: " + complaints);
        }
        return output.classes();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String file, String text) {
            super(URI.create("memory:///" + PACKAGE.replace('.', '/') + "/" + file + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class Output extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, ByteArrayOutputStream> written = new HashMap<>();

        Output(JavaFileManager others) {
            super(others);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + name.replace('.', '/') + kind.extension), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    written.put(name, bytes);
                    return bytes;
                }
            };
        }

        Map<String, byte[]> classes() {
            Map<String, byte[]> classes = new HashMap<>();
            written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
            return classes;
        }
    }

    /** Has the engine's package, tests included, for itself. */
    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> rewritten;

        Loader(Map<String, byte[]> rewritten) {
            super(Workshop.class.getClassLoader());
            this.rewritten = rewritten;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE + ".")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> known = findLoadedClass(name);
                return known == null ? findClass(name) : known;
            }
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = rewritten.get(name);
            try (InputStream asBuilt = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] code = bytes == null ? requireNonNull(asBuilt, name).readAllBytes() : bytes;
                return defineClass(name, code, 0, code.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }
}
