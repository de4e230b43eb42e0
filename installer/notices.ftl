<#-- One library a line, for Notices.java: artifact-version, group, name, licences, address; tabs between them. -->
<#list dependencyMap as entry>
<#assign library = entry.getKey()>
${library.artifactId}-${library.version}	${library.groupId}	${(library.name)!library.artifactId}	${entry.getValue()?join(" or ")}	${(library.url)!""}
</#list>
