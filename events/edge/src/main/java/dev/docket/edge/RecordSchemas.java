package dev.docket.edge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says of our records what generated clients need: which parts are always there, which may be null,
 * how enums are written, and a name of its own for each record that is nested in another class.
 */
@SuppressWarnings("rawtypes") // the signatures of what is overridden
final class RecordSchemas extends ModelResolver {

    private static final String OURS = "dev.docket.";
    private static final String NULL = "null";

    RecordSchemas(ObjectMapper mapper) {
        super(mapper, new Names());
        openapi31(true);
    }

    /** Many classes have a {@code Person} of their own. */
    private static final class Names extends TypeNameResolver {
        @Override
        protected String getNameOfClass(Class<?> type) {
            Class<?> around = type.getEnclosingClass();
            return around == null || !type.getName().startsWith(OURS)
                    ? super.getNameOfClass(type)
                    : around.getSimpleName() + type.getSimpleName();
        }
    }

    @Override
    public @Nullable Schema resolve(
            AnnotatedType annotated,
            ModelConverterContext context,
            Iterator<ModelConverter> others) {
        Schema<?> schema = super.resolve(annotated, context, others);
        JavaType type = _mapper.constructType(annotated.getType());
        if (schema != null && schema.getEnum() != null && isOurs(type)) {
            lowerCase(schema);
        }
        if (schema != null && type.isRecordType() && isOurs(type)) {
            Schema<?> model = model(schema, context);
            if (model != null && model.getProperties() != null) {
                describe(model, type.getRawClass());
            }
        }
        return schema;
    }

    private static boolean isOurs(JavaType type) {
        return type.getRawClass().getName().startsWith(OURS);
    }

    private static @Nullable Schema<?> model(Schema<?> schema, ModelConverterContext context) {
        String ref = schema.get$ref();
        return ref == null
                ? schema
                : context.getDefinedModels().get(ref.substring(ref.lastIndexOf('/') + 1));
    }

    private static void describe(Schema<?> model, Class<?> type) {
        JsonInclude include = type.getAnnotation(JsonInclude.class);
        boolean leavesOut = include != null && include.value() == JsonInclude.Include.NON_NULL;
        Map<String, Schema> properties = model.getProperties();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = properties.get(component.getName());
            if (property != null) {
                if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                    required.add(component.getName());
                } else if (!leavesOut) {
                    properties.put(component.getName(), orNull(property));
                }
            }
        }
        model.setRequired(required.isEmpty() ? null : required);
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (property.get$ref() != null) {
            return new JsonSchema().anyOf(List.of(property, new JsonSchema().types(Set.of(NULL))));
        }
        if (property.getTypes() != null) {
            property.addType(NULL);
        }
        return property;
    }

    /** As they are on the wire. */
    @SuppressWarnings("unchecked")
    private static void lowerCase(Schema schema) {
        schema.setEnum(
                schema.getEnum().stream()
                        .map(value -> String.valueOf(value).toLowerCase(Locale.ROOT))
                        .toList());
    }
}
